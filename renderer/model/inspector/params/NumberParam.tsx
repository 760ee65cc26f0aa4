import { useTranslation } from 'react-i18next'
import { TypedField } from '../../../fields/TypedField.tsx'
import { ControlGroup } from '../fields/ControlGroup.tsx'
import { readNumber, showNumber, stepText } from '../fields/readNumber.ts'
import { SliderField } from '../fields/SliderField.tsx'
import type { ParamControlProps } from './paramControl.ts'

/** Fractions whose limits are no further apart than this get a slider. */
const closeLimits = 10

/** Typing and stepping a number; shared by the two kinds of number. One with close limits can be dragged too. */
export function NumberParam({
  param,
  value,
  onChange,
  placeholder,
  ...rest
}: ParamControlProps<'int' | 'float'>) {
  const { t } = useTranslation()
  const { kind, min, max } = param
  const limits = { min, max, isInteger: kind === 'int' }
  const field = {
    value: showNumber(value),
    placeholder: placeholder ?? (param.optional ? t('model.inspector.none') : ''),
    onWrite: (text: string) => onChange(readNumber(text)),
    onStep: (text: string, direction: 1 | -1, times: number) => stepText(text, direction, times, limits),
  }
  if (kind !== 'float' || min === undefined || max === undefined || max - min > closeLimits)
    return <TypedField {...rest} {...field} />
  return (
    <ControlGroup {...rest} isWideFirst>
      <SliderField
        label={rest.label}
        value={typeof value === 'number' ? value : min}
        min={min}
        max={max}
        onChange={onChange}
      />
      <TypedField label={rest.label} isLabelHidden {...field} />
    </ControlGroup>
  )
}
