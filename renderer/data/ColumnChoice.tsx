import { useTranslation } from 'react-i18next'
import type { ColumnProfile } from '../../shared/table.ts'
import { ComboBox } from '../ui/form/ComboBox.tsx'

interface ColumnChoiceProps {
  readonly label: string
  readonly help?: string
  readonly columns: readonly ColumnProfile[]
  readonly value: string | undefined
  /** None is no choice. */
  readonly isRequired?: boolean
  readonly onChange: (column: string | undefined) => void
}

const idOf = (column: string | undefined) => (column === undefined ? 'none' : `column:${column}`)

/** One of the columns, or none; a column that the file no longer has stays shown. */
export function ColumnChoice({ label, help, columns, value, isRequired, onChange }: ColumnChoiceProps) {
  const { t } = useTranslation()
  const names = [...new Set([...columns.map(({ name }) => name), ...(value === undefined ? [] : [value])])]
  const items = [
    ...(isRequired ? [] : [{ id: idOf(undefined), label: t('data.noColumn') }]),
    ...names.map((name) => ({ id: idOf(name), label: name || t('data.noName') })),
  ]
  return (
    <ComboBox
      // The text in the field follows the choice only from the start, so undo starts it anew.
      key={idOf(value)}
      label={label}
      {...(help === undefined ? {} : { help })}
      items={items}
      value={idOf(value)}
      empty={t('data.noMatch')}
      onChange={(id) =>
        id !== idOf(value) && onChange(id === 'none' ? undefined : id.slice('column:'.length))
      }
    />
  )
}
