import { useTranslation } from 'react-i18next'
import type { InputEncoding } from '../../shared/prep/encoding.ts'
import type { ColumnProfile } from '../../shared/table.ts'
import { Checkbox } from '../ui/form/Checkbox.tsx'
import { Select } from '../ui/form/Select.tsx'
import { CategoryOrder } from './CategoryOrder.tsx'
import { listedValues } from './encodingKinds.ts'

type CategoryEncoding = Extract<InputEncoding, { kind: 'category' }>

interface CategoryFieldsProps {
  readonly column: ColumnProfile
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
        label={t('model.encoding.as')}
        items={forms.map((id) => ({ id, label: t(`model.encoding.${id}`) }))}
        value={encoding.as}
        onChange={(as) => onChange({ ...encoding, as, ...(listed ? { categories: [...listed] } : {}) })}
      />
      <Select
        label={t('model.encoding.missing')}
        items={fillings.map((id) => ({ id, label: t(`model.encoding.${id}`) }))}
        value={encoding.missing}
        onChange={(missing) => onChange({ ...encoding, missing })}
      />
      <Checkbox isSelected={encoding.unknown} onChange={(unknown) => onChange({ ...encoding, unknown })}>
        {t('model.encoding.unknown')}
      </Checkbox>
      {encoding.as === 'ordinal' && (
        <CategoryOrder
          values={listed}
          onChange={(categories) => onChange({ ...encoding, categories: [...categories] })}
        />
      )}
    </>
  )
}
