import { useTranslation } from 'react-i18next'
import type { InputEncoding } from '../../shared/prep/encoding.ts'
import { encodedWidth } from '../../shared/prep/width.ts'
import type { Problem } from '../../shared/problems.ts'
import type { ColumnProfile } from '../../shared/table.ts'
import { problemText } from '../i18n/problemText.ts'
import { Notice } from '../ui/feedback/Notice.tsx'
import { Select } from '../ui/form/Select.tsx'
import { CategoryFields } from './CategoryFields.tsx'
import { DateFields } from './DateFields.tsx'
import styles from './EncodingForm.module.css'
import { inputKinds, inputOfKind } from './encodingKinds.ts'
import { NumberFields } from './NumberFields.tsx'
import { SequenceFields } from './SequenceFields.tsx'
import { TextFields } from './TextFields.tsx'
import { useRefusal } from './useRefusal.ts'

interface InputEncodingFormProps {
  /** Undefined while the data is not read. */
  readonly column: ColumnProfile | undefined
  readonly encoding: InputEncoding
  /** The kinds to choose from; those that suit the column when absent. */
  readonly kinds?: readonly InputEncoding['kind'][]
  /** One undoable edit, or why it was refused. */
  readonly onChange: (encoding: InputEncoding) => Problem | null
}

/** How an input column becomes numbers, and how many. */
export function InputEncodingForm({ column, encoding, kinds: given, onChange }: InputEncodingFormProps) {
  const { t } = useTranslation()
  const { refusal, attempt } = useRefusal(encoding)
  const kinds = [...new Set([encoding.kind, ...(given ?? inputKinds(column))])]
  const width = encodedWidth(encoding)
  return (
    <>
      {kinds.length > 1 && (
        <Select
          label={t('encoding.kind')}
          items={kinds.map((id) => ({
            id,
            label: t(`encoding.kinds.${id}`),
            description: t(`encoding.kindHelp.${id}`),
          }))}
          value={encoding.kind}
          onChange={(kind) => kind !== encoding.kind && attempt(() => onChange(inputOfKind(column, kind)))}
        />
      )}
      <Fields column={column} encoding={encoding} onChange={(next) => attempt(() => onChange(next))} />
      {refusal && <Notice tone="warn">{problemText(refusal)}</Notice>}
      <p className={styles['width']}>
        {width === null ? t('encoding.widthUnknown') : t('encoding.width', { count: width })}
      </p>
    </>
  )
}

interface FieldsProps extends Omit<InputEncodingFormProps, 'onChange'> {
  readonly onChange: (encoding: InputEncoding) => void
}

function Fields({ column, encoding, onChange }: FieldsProps) {
  switch (encoding.kind) {
    case 'number':
      return <NumberFields encoding={encoding} onChange={onChange} />
    case 'category':
      return <CategoryFields column={column} encoding={encoding} onChange={onChange} />
    case 'text':
      return <TextFields encoding={encoding} onChange={onChange} />
    case 'date':
      return <DateFields encoding={encoding} onChange={onChange} />
    case 'sequence':
      return <SequenceFields encoding={encoding} onChange={onChange} />
  }
}
