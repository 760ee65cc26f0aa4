import { useTranslation } from 'react-i18next'
import type { TargetEncoding } from '../../shared/prep/encoding.ts'
import { TypedField } from '../fields/TypedField.tsx'
import { Select } from '../ui/form/Select.tsx'
import styles from './EncodingForm.module.css'

type LabelsEncoding = Extract<TargetEncoding, { kind: 'labels' }>

interface LabelsFieldsProps {
  readonly encoding: LabelsEncoding
  readonly onChange: (encoding: LabelsEncoding) => void
}

const fillings = ['drop', 'none'] as const

/** What stands between the labels of a cell, and what an empty cell means. */
export function LabelsFields({ encoding, onChange }: LabelsFieldsProps) {
  const { t } = useTranslation()
  // Labels listed under another separator would be others.
  const { categories: _, ...unlisted } = encoding
  return (
    <>
      <TypedField
        label={t('encoding.labels.separator')}
        value={encoding.separator}
        onWrite={(separator) => {
          if (separator !== '') onChange({ ...unlisted, separator })
          return null
        }}
      />
      <Select
        label={t('encoding.labels.missing')}
        items={fillings.map((id) => ({ id, label: t(`encoding.labels.fillings.${id}`) }))}
        value={encoding.missing}
        onChange={(missing) => onChange({ ...encoding, missing })}
      />
      <p className={styles['width']}>{t('encoding.labels.help')}</p>
    </>
  )
}
