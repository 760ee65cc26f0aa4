import { useTranslation } from 'react-i18next'
import type { InputEncoding } from '../../shared/prep/encoding.ts'
import { dateParts } from '../../shared/prep/encodings/dateParts.ts'
import { Checkbox } from '../ui/form/Checkbox.tsx'
import { Select } from '../ui/form/Select.tsx'
import styles from './EncodingForm.module.css'

type DateEncoding = Extract<InputEncoding, { kind: 'date' }>

interface DateFieldsProps {
  readonly encoding: DateEncoding
  readonly onChange: (encoding: DateEncoding) => void
}

const orders = ['auto', 'ymd', 'dmy', 'mdy'] as const
const fillings = ['neutral', 'flag', 'drop'] as const

/** Which parts of a date are taken, how an unclear one is read, and what stands for a missing one. */
export function DateFields({ encoding, onChange }: DateFieldsProps) {
  const { t } = useTranslation()
  const { order: asked, ...told } = encoding
  return (
    <>
      <Parts encoding={encoding} onChange={onChange} />
      <Select
        label={t('encoding.date.order')}
        items={orders.map((id) => ({ id, label: t(`encoding.date.orders.${id}`) }))}
        value={asked ?? 'auto'}
        onChange={(order) => onChange(order === 'auto' ? told : { ...told, order })}
      />
      <Select
        label={t('encoding.missing')}
        items={fillings.map((id) => ({ id, label: t(`encoding.date.fillings.${id}`) }))}
        value={encoding.missing}
        onChange={(missing) => onChange({ ...encoding, missing })}
      />
    </>
  )
}

function Parts({ encoding, onChange }: DateFieldsProps) {
  const { t } = useTranslation()
  const { parts } = encoding
  return (
    <fieldset className={styles['parts']}>
      <legend className={styles['legend']}>{t('encoding.date.parts')}</legend>
      <div className={styles['grid']}>
        {dateParts.map((part) => (
          <Checkbox
            key={part}
            isSelected={parts.includes(part)}
            // The last part stays: a date without any has no value.
            isDisabled={parts.length === 1 && parts.includes(part)}
            onChange={(isTaken) =>
              onChange({
                ...encoding,
                parts: dateParts.filter((one) => (one === part ? isTaken : parts.includes(one))),
              })
            }
          >
            {t(`encoding.date.part.${part}`)}
          </Checkbox>
        ))}
      </div>
      <p className={styles['note']}>
        {t('encoding.date.partsHelp')}
        {parts.length === 1 && ` ${t('encoding.date.onePart')}`}
      </p>
    </fieldset>
  )
}
