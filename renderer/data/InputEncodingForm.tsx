import { useTranslation } from 'react-i18next'
import type { InputEncoding } from '../../shared/prep/encoding.ts'
import { encodedWidth } from '../../shared/prep/width.ts'
import type { ColumnProfile } from '../../shared/table.ts'
import { Select } from '../ui/form/Select.tsx'
import { CategoryFields } from './CategoryFields.tsx'
import styles from './EncodingForm.module.css'
import { inputKinds, inputOfKind } from './encodingKinds.ts'
import { NumberFields } from './NumberFields.tsx'
import { SequenceFields } from './SequenceFields.tsx'

interface InputEncodingFormProps {
  readonly column: ColumnProfile
  readonly encoding: InputEncoding
  readonly onChange: (encoding: InputEncoding) => void
}

/** How an input column becomes numbers, and how many. */
export function InputEncodingForm({ column, encoding, onChange }: InputEncodingFormProps) {
  const { t } = useTranslation()
  const kinds = [...new Set([encoding.kind, ...inputKinds(column)])]
  const width = encodedWidth(encoding)
  return (
    <>
      {kinds.length > 1 && (
        <Select
          label={t('model.encoding.kind')}
          items={kinds.map((id) => ({ id, label: t(`model.encoding.${id}`) }))}
          value={encoding.kind}
          onChange={(kind) => kind !== encoding.kind && onChange(inputOfKind(column, kind))}
        />
      )}
      <Fields column={column} encoding={encoding} onChange={onChange} />
      <p className={styles['width']}>
        {width === null ? t('data.widthUnknown') : t('data.width', { count: width })}
      </p>
    </>
  )
}

function Fields({ column, encoding, onChange }: InputEncodingFormProps) {
  switch (encoding.kind) {
    case 'number':
      return <NumberFields encoding={encoding} onChange={onChange} />
    case 'category':
      return <CategoryFields column={column} encoding={encoding} onChange={onChange} />
    case 'sequence':
      return <SequenceFields encoding={encoding} onChange={onChange} />
  }
}
