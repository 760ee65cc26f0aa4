import { useTranslation } from 'react-i18next'
import type { TableProfile } from '../../../shared/table.ts'
import { setTableView, useTableView } from '../../store/tableViews.ts'
import { AnchoredPopover } from '../../ui/overlay/AnchoredPopover.tsx'
import { withFilter } from './changeView.ts'
import { FilterForm } from './FilterForm.tsx'

/** A filter being made or changed. */
export interface EditedFilter {
  readonly column: string
  /** Null for a new one. */
  readonly index: number | null
  /** What was pressed. */
  readonly anchor: Element
}

interface FilterPopoverProps {
  readonly source: string
  readonly profile: TableProfile
  readonly filter: EditedFilter
  readonly onClose: () => void
}

/** A filter of the table, made or changed beside what was pressed for it. */
export function FilterPopover({ source, profile, filter, onClose }: FilterPopoverProps) {
  const { t } = useTranslation()
  const { wanted } = useTableView(source)
  const column = profile.columns.find(({ name }) => name === filter.column)
  if (!column) return null
  return (
    <AnchoredPopover
      label={t('data.table.filterOf', { column: column.name })}
      anchor={filter.anchor}
      onClose={onClose}
    >
      <FilterForm
        column={column}
        rule={filter.index === null ? undefined : wanted.filters[filter.index]}
        onApply={(rule) => {
          onClose()
          void setTableView(source, withFilter(wanted, filter.index, rule))
        }}
      />
    </AnchoredPopover>
  )
}
