import { useMemo } from 'react'
import type { TablePreview } from '../../../shared/contract.ts'
import type { ColumnType, TableProfile } from '../../../shared/table.ts'
import type { TableView } from '../../../shared/tableView.ts'
import { useColumnWidths } from '../../store/dataView.ts'
import type { TableColumn } from '../../ui/table/DataTable.tsx'
import { ColumnHeader } from '../ColumnHeader.tsx'
import { roleKind, type Use } from '../columnUses.ts'

interface TableColumnsOf {
  readonly source: string
  readonly profile: TableProfile | null
  readonly preview: TablePreview | null
  readonly uses: ReadonlyMap<string, readonly Use[]>
  readonly view: TableView
  readonly onSort: (column: string) => void
  readonly onFilter: (column: string, button: Element) => void
}

const looked = 100

/** Room for the name with its marks and buttons, and for what cells usually hold; in rem. */
const widthOf = (name: string, type: ColumnType, cells: readonly number[], hasGaps: boolean): number => {
  const letters = Math.max(name.length + 5, ...cells)
  const most = type === 'text' || type === 'sequence' ? 20 : 14
  return Math.min(most, Math.max(hasGaps ? 11 : 8.5, letters * 0.5 + 1.25))
}

/** The columns of a source's table, with their headers; while the file is read, as its first rows show them. */
export function useTableColumns(props: TableColumnsOf): readonly TableColumn[] {
  const { source, profile, preview, uses, view, onSort, onFilter } = props
  const chosen = useColumnWidths(source)
  // As wide before the whole file is read as after it.
  const usual = useMemo(() => {
    const columns = preview?.profile.columns ?? profile?.columns ?? []
    return columns.map(({ name, type }, index) => {
      const cells = preview
        ? preview.rows.slice(0, looked).map((row) => row[index]?.length ?? 0)
        : (profile?.columns[index]?.top.slice(0, 5).map(({ value }) => value.length) ?? [])
      const hasGaps = preview
        ? preview.rows.some((row) => row[index] === null)
        : (profile?.columns[index]?.missing ?? 0) > 0
      return widthOf(name, type, cells, hasGaps)
    })
  }, [preview, profile])
  return useMemo(
    () =>
      (profile ?? preview?.profile)?.columns.map(({ name, type }, index): TableColumn => {
        const column = profile?.columns[index] ?? null
        const { sort, filters } = view
        const sorted = sort?.column === name ? (sort.descending ? 'descending' : 'ascending') : undefined
        return {
          id: name,
          width: chosen[name] ?? usual[index] ?? 8,
          align: (column ? column.summary !== undefined : type === 'number') ? 'end' : 'start',
          sorted,
          header: (
            <ColumnHeader
              name={name}
              type={type}
              column={column}
              rows={profile?.rows ?? 0}
              role={roleKind(uses.get(name))}
              sorted={sorted}
              isFiltered={filters.some((filter) => filter.column === name)}
              onSort={() => onSort(name)}
              onFilter={(button) => onFilter(name, button)}
            />
          ),
        }
      }) ?? [],
    [profile, preview, chosen, usual, uses, view, onSort, onFilter],
  )
}
