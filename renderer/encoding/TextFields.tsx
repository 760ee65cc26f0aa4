import { useTranslation } from 'react-i18next'
import type { InputEncoding } from '../../shared/prep/encoding.ts'
import { knownIds } from '../../shared/prep/width.ts'
import { Checkbox } from '../ui/form/Checkbox.tsx'
import { NumberField } from '../ui/form/NumberField.tsx'
import { Select } from '../ui/form/Select.tsx'
import styles from './EncodingForm.module.css'

type TextEncoding = Extract<InputEncoding, { kind: 'text' }>

interface TextFieldsProps {
  readonly encoding: TextEncoding
  readonly onChange: (encoding: TextEncoding) => void
}

const forms = ['sequence', 'bag'] as const

/** Whether the words of a text stand in order or are counted, and how many are known. */
export function TextFields({ encoding, onChange }: TextFieldsProps) {
  const { t } = useTranslation()
  return (
    <>
      <Select
        label={t('encoding.text.form')}
        items={forms.map((id) => ({
          id,
          label: t(`encoding.text.forms.${id}`),
          description: t(`encoding.text.formHelp.${id}`),
        }))}
        value={encoding.as}
        onChange={(as) => onChange({ ...encoding, as })}
      />
      <NumberField
        label={t('encoding.text.vocabulary')}
        help={t('encoding.text.vocabularyHelp')}
        value={encoding.vocabulary}
        min={1}
        max={1_000_000}
        isInteger
        onChange={(vocabulary) => onChange({ ...encoding, vocabulary })}
      />
      {encoding.as === 'sequence' && <SequenceOfWords encoding={encoding} onChange={onChange} />}
      <Checkbox isSelected={encoding.lower} onChange={(lower) => onChange({ ...encoding, lower })}>
        {t('encoding.text.lower')}
      </Checkbox>
    </>
  )
}

const sides = ['before', 'after'] as const

function SequenceOfWords({ encoding, onChange }: TextFieldsProps) {
  const { t } = useTranslation()
  return (
    <>
      <NumberField
        label={t('encoding.text.length')}
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
      <p className={styles['width']}>
        {t('encoding.text.embedding', { count: knownIds([{ encoding }]) ?? 0 })}
      </p>
    </>
  )
}
