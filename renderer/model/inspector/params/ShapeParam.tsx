import { useTranslation } from 'react-i18next'
import { readShape, showShape } from '../fields/readShape.ts'
import { TypedField } from '../../../fields/TypedField.tsx'
import type { ParamControlProps } from './paramControl.ts'

/** A target shape of any length, as a list of sizes. */
export function ShapeParam({
  label,
  problem,
  value,
  help,
  placeholder,
  onChange,
}: ParamControlProps<'shape'>) {
  const { t } = useTranslation()
  return (
    <TypedField
      label={label}
      problem={problem}
      help={`${help} ${t('model.inspector.shapeHint')}`}
      placeholder={placeholder ?? ''}
      value={showShape(value)}
      onWrite={(text) => onChange([...readShape(text)])}
    />
  )
}
