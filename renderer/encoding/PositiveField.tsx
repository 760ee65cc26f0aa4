import { useTranslation } from 'react-i18next'
import type { TargetEncoding } from '../../shared/prep/encoding.ts'
import { TypedField } from '../fields/TypedField.tsx'
import { Select } from '../ui/form/Select.tsx'

type BinaryEncoding = Extract<TargetEncoding, { kind: 'binary' }>

interface PositiveFieldProps {
  /** Undefined when they are not known: the value is typed then. */
  readonly values: readonly string[] | undefined
  readonly encoding: BinaryEncoding
  readonly onChange: (encoding: BinaryEncoding) => void
}

/** Which of two values counts as 1. */
export function PositiveField({ values, encoding, onChange }: PositiveFieldProps) {
  const { t } = useTranslation()
  const { positive, ...automatic } = encoding
  if (!values)
    return (
      <TypedField
        label={t('encoding.positive')}
        help={t('encoding.positiveHelp')}
        value={positive ?? ''}
        onWrite={(typed) => {
          onChange(typed === '' ? automatic : { ...automatic, positive: typed })
          return null
        }}
      />
    )
  // A value that the file does not have can still be what the document asks for.
  const listed = positive === undefined || values.includes(positive) ? values : [...values, positive]
  return (
    <Select
      label={t('encoding.positive')}
      items={[
        { id: 'auto', label: t('encoding.positiveAuto', { value: values.at(-1) ?? '' }) },
        ...listed.map((value) => ({ id: `value:${value}`, label: value })),
      ]}
      value={positive === undefined ? 'auto' : `value:${positive}`}
      onChange={(id) =>
        onChange(id === 'auto' ? automatic : { ...automatic, positive: id.slice('value:'.length) })
      }
    />
  )
}
