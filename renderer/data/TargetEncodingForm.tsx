import { useTranslation } from 'react-i18next'
import type { TargetEncoding } from '../../shared/prep/encoding.ts'
import type { ColumnProfile } from '../../shared/table.ts'
import { Select } from '../ui/form/Select.tsx'
import { CategoryOrder } from './CategoryOrder.tsx'
import { listedValues, targetKinds, targetOfKind } from './encodingKinds.ts'
import { NumberFields } from './NumberFields.tsx'

interface TargetEncodingFormProps {
  readonly column: ColumnProfile
  readonly encoding: TargetEncoding
  readonly onChange: (encoding: TargetEncoding) => void
}

/** How a target becomes numbers: a number, yes or no, or one of several classes. */
export function TargetEncodingForm({ column, encoding, onChange }: TargetEncodingFormProps) {
  const { t } = useTranslation()
  const kinds = [...new Set([encoding.kind, ...targetKinds(column)])]
  return (
    <>
      <Select
        label={t('model.encoding.kind')}
        items={kinds.map((id) => ({ id, label: t(`model.encoding.${id}`) }))}
        value={encoding.kind}
        onChange={(kind) => kind !== encoding.kind && onChange(targetOfKind(column, kind))}
      />
      <Fields column={column} encoding={encoding} onChange={onChange} />
    </>
  )
}

const classForms = ['onehot', 'index'] as const

function Fields({ column, encoding, onChange }: TargetEncodingFormProps) {
  const { t } = useTranslation()
  switch (encoding.kind) {
    case 'number':
      return <NumberFields encoding={encoding} onChange={onChange} isTarget />
    case 'binary':
      return <Positive column={column} encoding={encoding} onChange={onChange} />
    case 'classes':
      return (
        <>
          <Select
            label={t('model.encoding.as')}
            items={classForms.map((id) => ({
              id,
              label: t(id === 'index' ? 'model.encoding.classIndex' : 'model.encoding.onehot'),
            }))}
            value={encoding.as}
            onChange={(as) => onChange({ ...encoding, as })}
          />
          <CategoryOrder
            values={encoding.categories ?? listedValues(column)}
            onChange={(categories) => onChange({ ...encoding, categories: [...categories] })}
          />
        </>
      )
  }
}

interface PositiveProps {
  readonly column: ColumnProfile
  readonly encoding: Extract<TargetEncoding, { kind: 'binary' }>
  readonly onChange: (encoding: TargetEncoding) => void
}

/** Which of two values counts as 1. */
function Positive({ column, encoding, onChange }: PositiveProps) {
  const { t } = useTranslation()
  const values = listedValues(column) ?? []
  const items = [
    { id: 'auto', label: t('data.positiveAuto', { value: values.at(-1) ?? '' }) },
    ...values.map((value) => ({ id: `value:${value}`, label: value })),
  ]
  return (
    <Select
      label={t('model.encoding.positive')}
      items={items}
      value={encoding.positive === undefined ? 'auto' : `value:${encoding.positive}`}
      onChange={(id) => {
        const { positive: _, ...automatic } = encoding
        onChange(id === 'auto' ? automatic : { ...automatic, positive: id.slice('value:'.length) })
      }}
    />
  )
}
