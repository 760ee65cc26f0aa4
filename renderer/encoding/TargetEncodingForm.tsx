import { useTranslation } from 'react-i18next'
import type { TargetEncoding } from '../../shared/prep/encoding.ts'
import type { Problem } from '../../shared/problems.ts'
import type { ColumnProfile } from '../../shared/table.ts'
import { problemText } from '../i18n/problemText.ts'
import { Notice } from '../ui/feedback/Notice.tsx'
import { Select } from '../ui/form/Select.tsx'
import { CategoryOrder } from './CategoryOrder.tsx'
import { listedValues, targetKinds, targetOfKind } from './encodingKinds.ts'
import { LabelsFields } from './LabelsFields.tsx'
import { NumberFields } from './NumberFields.tsx'
import { PositiveField } from './PositiveField.tsx'
import { useRefusal } from './useRefusal.ts'

interface TargetEncodingFormProps {
  /** Undefined while the data is not read. */
  readonly column: ColumnProfile | undefined
  readonly encoding: TargetEncoding
  /** One undoable edit, or why it was refused. */
  readonly onChange: (encoding: TargetEncoding) => Problem | null
}

/** How a target becomes numbers: a number, yes or no, one of several classes, or several labels. */
export function TargetEncodingForm({ column, encoding, onChange }: TargetEncodingFormProps) {
  const { t } = useTranslation()
  const { refusal, attempt } = useRefusal(encoding)
  const kinds = [...new Set([encoding.kind, ...targetKinds(column)])]
  return (
    <>
      <Select
        label={t('encoding.kind')}
        items={kinds.map((id) => ({
          id,
          label: t(`encoding.kinds.${id}`),
          description: t(`encoding.kindHelp.${id}`),
        }))}
        value={encoding.kind}
        onChange={(kind) => kind !== encoding.kind && attempt(() => onChange(targetOfKind(column, kind)))}
      />
      <Fields column={column} encoding={encoding} onChange={(next) => attempt(() => onChange(next))} />
      {refusal && <Notice tone="warn">{problemText(refusal)}</Notice>}
    </>
  )
}

const classForms = ['onehot', 'index'] as const

interface FieldsProps extends Omit<TargetEncodingFormProps, 'onChange'> {
  readonly onChange: (encoding: TargetEncoding) => void
}

function Fields({ column, encoding, onChange }: FieldsProps) {
  const { t } = useTranslation()
  switch (encoding.kind) {
    case 'number':
      return <NumberFields encoding={encoding} onChange={onChange} isTarget />
    case 'binary':
      return <PositiveField values={listedValues(column)} encoding={encoding} onChange={onChange} />
    case 'labels':
      return <LabelsFields encoding={encoding} onChange={onChange} />
    case 'classes':
      return (
        <>
          <Select
            label={t('encoding.form')}
            items={classForms.map((id) => ({ id, label: t(`encoding.classForms.${id}`) }))}
            value={encoding.as}
            onChange={(as) => onChange({ ...encoding, as })}
          />
          <CategoryOrder
            values={encoding.categories ?? listedValues(column)}
            isRead={column !== undefined}
            onChange={(categories) => onChange({ ...encoding, categories: [...categories] })}
          />
        </>
      )
  }
}
