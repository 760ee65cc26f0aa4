import { Select } from '../../../ui/form/Select.tsx'
import type { ParamControlProps } from './paramControl.ts'

/** One of the names that Keras knows; they are shown as they are. */
export function ChoiceParam({ param, value, placeholder, onChange, ...rest }: ParamControlProps<'choice'>) {
  return (
    <Select
      {...rest}
      placeholder={placeholder ?? ''}
      items={param.options.map((option) => ({ id: option, label: option }))}
      value={typeof value === 'string' ? value : null}
      onChange={onChange}
    />
  )
}
