import { TypedField } from '../../../fields/TypedField.tsx'
import { readNumber, showNumber, stepText } from '../fields/readNumber.ts'
import type { ParamControlProps } from './paramControl.ts'

/** Typing and stepping a number; shared by the two kinds of number. */
export function NumberParam({ param, value, onChange, ...rest }: ParamControlProps<'int' | 'float'>) {
  const limits = { min: param.min, max: param.max, isInteger: param.kind === 'int' }
  return (
    <TypedField
      {...rest}
      value={showNumber(value)}
      onWrite={(text) => onChange(readNumber(text))}
      onStep={(text, direction, times) => stepText(text, direction, times, limits)}
    />
  )
}
