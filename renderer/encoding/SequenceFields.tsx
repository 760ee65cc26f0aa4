import { useTranslation } from 'react-i18next'
import type { InputEncoding } from '../../shared/prep/encoding.ts'
import { TypedField } from '../fields/TypedField.tsx'
import { NumberField } from '../ui/form/NumberField.tsx'
import { Select } from '../ui/form/Select.tsx'

type SequenceEncoding = Extract<InputEncoding, { kind: 'sequence' }>

interface SequenceFieldsProps {
  readonly encoding: SequenceEncoding
  readonly onChange: (encoding: SequenceEncoding) => void
}

const sides = ['before', 'after'] as const

/** What stands between the numbers, how long the sequences are made, and on which side they are filled or cut. */
export function SequenceFields({ encoding, onChange }: SequenceFieldsProps) {
  const { t } = useTranslation()
  return (
    <>
      <NumberField
        label={t('encoding.length')}
        value={encoding.length}
        min={1}
        max={100_000}
        isInteger
        onChange={(length) => onChange({ ...encoding, length })}
      />
      <Select
        label={t('encoding.pad')}
        items={sides.map((id) => ({ id, label: t(`encoding.sides.${id}`) }))}
        value={encoding.pad}
        onChange={(pad) => onChange({ ...encoding, pad })}
      />
      <TypedField
        label={t('encoding.separator')}
        value={encoding.separator}
        onWrite={(separator) => {
          onChange({ ...encoding, separator })
          return null
        }}
      />
    </>
  )
}
