import { useTranslation } from 'react-i18next'
import { useWords } from '../../../i18n/useWords.ts'
import { readNumber, showNumber, stepText } from '../fields/readNumber.ts'
import { TypedField } from '../../../fields/TypedField.tsx'
import { ControlGroup } from '../fields/ControlGroup.tsx'
import type { ParamControlProps } from './paramControl.ts'

/** One whole number an axis, side by side. */
export function TupleParam({
  param,
  label,
  help,
  problem,
  value,
  placeholder,
  onChange,
}: ParamControlProps<'tuple'>) {
  const { t } = useTranslation()
  const { words } = useWords()
  const given: readonly unknown[] = Array.isArray(value) ? value : []
  const limits = { min: param.min, max: param.max, isInteger: true }
  const write = (axis: number, text: string) =>
    onChange(param.default.map((_, index) => (index === axis ? readNumber(text) : (given[index] ?? null))))
  const nameOf = (axis: number) => {
    const part = param.parts?.[axis]
    return part
      ? ({ label: words(part), layout: 'column' } as const)
      : { label: `${label}: ${t('model.inspector.axis', { number: axis + 1 })}`, isLabelHidden: true }
  }
  return (
    <ControlGroup label={label} help={help} problem={problem}>
      {param.default.map((_, axis) => (
        <TypedField
          // Axes have no names of their own and never change their number.
          key={`axis-${axis}`}
          {...nameOf(axis)}
          placeholder={placeholder ?? ''}
          value={showNumber(given[axis])}
          onWrite={(text) => write(axis, text)}
          onStep={(text, direction, times) => stepText(text, direction, times, limits)}
        />
      ))}
    </ControlGroup>
  )
}
