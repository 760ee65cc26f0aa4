import type { Param } from '../../../../shared/layers/define.ts'
import { findLayer } from '../../../../shared/layers/index.ts'
import { Select } from '../../../ui/form/Select.tsx'
import styles from './LayerParam.module.css'
import { ParamEditor } from './ParamEditor.tsx'
import type { ParamControlProps } from './paramControl.ts'

type Given = Readonly<Record<string, unknown>>

const asGiven = (value: unknown): Given =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Given) : {}

/** The layer that a wrapper holds, and below it that layer's own parameters. */
export function LayerParam({ param, value, placeholder, onChange, ...rest }: ParamControlProps<'layer'>) {
  const given = asGiven(value)
  const type = typeof given['type'] === 'string' ? given['type'] : null
  const definition = type === null ? undefined : findLayer(type)
  const params = asGiven(given['params'])
  const set = (name: string, next: unknown) => {
    const { [name]: _, ...others } = params
    return onChange({ ...given, params: next === undefined ? others : { ...others, [name]: next } })
  }
  return (
    <div className={styles['layer']}>
      <Select
        {...rest}
        placeholder={placeholder ?? ''}
        items={param.options.map((id) => ({ id, label: findLayer(id)?.title ?? id }))}
        value={type}
        onChange={(next) => onChange({ type: next, params: {} })}
      />
      {definition && (
        <fieldset className={styles['inner']} aria-label={definition.title}>
          {Object.entries(definition.params).map(([name, inner]: readonly [string, Param]) => (
            <ParamEditor
              key={`${type}.${name}`}
              name={name}
              param={inner}
              given={Object.hasOwn(params, name) ? params[name] : undefined}
              onChange={(next) => set(name, next)}
            />
          ))}
        </fieldset>
      )}
    </div>
  )
}
