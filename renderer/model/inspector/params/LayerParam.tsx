import { findLayer } from '../../../../shared/layers/index.ts'
import { Select } from '../../../ui/form/Select.tsx'
import type { ParamControlProps } from './paramControl.ts'

/** The layer that a wrapper holds. */
export function LayerParam({ param, value, onChange, ...rest }: ParamControlProps<'layer'>) {
  const type = typeof value === 'object' && value !== null && 'type' in value ? String(value.type) : null
  return (
    <Select
      {...rest}
      items={param.options.map((id) => ({ id, label: findLayer(id)?.title ?? id }))}
      value={type}
      onChange={(next) => onChange({ type: next, params: {} })}
    />
  )
}
