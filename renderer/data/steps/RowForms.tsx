import { useTranslation } from 'react-i18next'
import { Checkbox } from '../../ui/form/Checkbox.tsx'
import { ColumnsField } from './ColumnsField.tsx'
import type { StepFormProps } from './stepFormProps.ts'

/** Which columns a row must have cells in. */
export function DropMissingForm({ step, columns, onChange }: StepFormProps<'dropMissing'>) {
  return (
    <ColumnsField
      columns={columns}
      chosen={step.columns}
      onChange={(chosen) => onChange({ ...step, columns: [...chosen] })}
    />
  )
}

/** By which columns rows are compared. */
export function DropDuplicatesForm({ step, columns, onChange }: StepFormProps<'dropDuplicates'>) {
  const { t } = useTranslation()
  const { columns: chosen, ...rest } = step
  return (
    <>
      <Checkbox
        isSelected={chosen === undefined}
        onChange={(isAll) =>
          onChange(isAll ? rest : { ...rest, columns: columns.slice(0, 1).map(({ name }) => name) })
        }
      >
        {t('data.steps.compareAll')}
      </Checkbox>
      {chosen && (
        <ColumnsField
          columns={columns}
          chosen={chosen}
          onChange={(next) => onChange({ ...step, columns: [...next] })}
        />
      )}
    </>
  )
}
