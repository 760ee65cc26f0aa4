import { useTranslation } from 'react-i18next'
import type { InputEncoding } from '../../shared/prep/encoding.ts'
import type { ColumnProfile } from '../../shared/table.ts'
import { Checkbox } from '../ui/form/Checkbox.tsx'
import { Select } from '../ui/form/Select.tsx'
import { CategoryOrder } from './CategoryOrder.tsx'
import { listedValues } from './encodingKinds.ts'

type CategoryEncoding = Extract<InputEncoding, { kind: 'category' }>

interface CategoryFieldsProps {
  /** Undefined while the data is not read. */
  readonly column: ColumnProfile | undefined
  readonly encoding: CategoryEncoding
  readonly onChange: (encoding: CategoryEncoding) => void
}

const forms = ['onehot', 'ordinal', 'index', 'frequency'] as const
const fillings = ['mostFrequent', 'ownClass', 'drop'] as const

/** The form a category takes, its order where that matters, and what happens to missing and unseen values. */
export function CategoryFields({ column, encoding, onChange }: CategoryFieldsProps) {
  const { t } = useTranslation()
  const listed = encoding.categories ?? listedValues(column)
  return (
    <>
      <Select
        label={t('encoding.form')}
        items={forms.map((id) => ({ id, label: t(`encoding.forms.${id}`) }))}
        value={encoding.as}
        onChange={(as) => onChange({ ...encoding, as, ...(listed ? { categories: [...listed] } : {}) })}
      />
      <Select
        label={t('encoding.missing')}
        items={fillings.map((id) => ({ id, label: t(`encoding.fillings.${id}`) }))}
        value={encoding.missing}
        onChange={(missing) => onChange({ ...encoding, missing })}
      />
      <Checkbox isSelected={encoding.unknown} onChange={(unknown) => onChange({ ...encoding, unknown })}>
        {t('encoding.unknown')}
      </Checkbox>
      {encoding.as === 'ordinal' && (
        <CategoryOrder
          values={listed}
          isRead={column !== undefined}
          onChange={(categories) => onChange({ ...encoding, categories: [...categories] })}
        />
      )}
    </>
  )
}
