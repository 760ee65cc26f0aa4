import { useCallback, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fileName } from '../../shared/sourceName.ts'
import type { SourceState } from '../store/table.ts'
import { requestRows, useRowsVersion } from '../store/tableRows.ts'
import { useTableView } from '../store/tableViews.ts'
import { DataTable, type TableHandle } from '../ui/table/DataTable.tsx'
import type { Use } from './columnUses.ts'
import styles from './RawTable.module.css'
import { SourceReading } from './SourceReading.tsx'
import { type EditedFilter, FilterPopover } from './table/FilterPopover.tsx'
import { TableBar } from './table/TableBar.tsx'
import { useCells } from './table/useCells.tsx'
import { useColumnInView } from './table/useColumnInView.ts'
import { useFind } from './table/useFind.ts'
import { useRowJumps } from './table/useRowJumps.ts'
import { useStartOfView } from './table/useStartOfView.ts'
import { useTableActs } from './table/useTableActs.ts'
import { useTableColumns } from './table/useTableColumns.tsx'
import { useRowsReady } from './useRowsReady.ts'

interface RawTableProps {
  readonly source: string
  readonly file: string
  readonly state: SourceState
  readonly uses: ReadonlyMap<string, readonly Use[]>
  readonly selected: string | null
  readonly onSelect: (column: string) => void
}

/**
 * The rows of a source as they are in the file, or sorted and filtered, each column under its header with type, missing
 * share and distribution; the first rows while the file is still read.
 */
export function RawTable({ source, file, state, uses, selected, onSelect }: RawTableProps) {
  const { t } = useTranslation()
  const version = useRowsVersion()
  const isReady = useRowsReady(source)
  const wrapper = useRef<HTMLDivElement>(null)
  const table = useRef<TableHandle>(null)
  const [filter, setFilter] = useState<EditedFilter | null>(null)
  const { view, wanted, rows } = useTableView(source)
  const profile = state.kind === 'ready' ? state.profile : null
  const preview = state.kind === 'failed' ? null : state.preview
  const rowCount = profile ? (rows ?? profile.rows) : (preview?.rows.length ?? 0)
  const { filterBy, editFilter, sortBy, grid } = useTableActs(source, wrapper, setFilter)
  const columns = useTableColumns({
    source,
    profile,
    preview,
    uses,
    view: wanted,
    onSort: sortBy,
    onFilter: filterBy,
  })
  const request = useCallback(
    (first: number, last: number) => {
      if (isReady && profile) requestRows(source, view, first, last)
    },
    [source, view, isReady, profile],
  )
  const { cell, rowData, rowNumber } = useCells({ source, view, preview, version })
  useStartOfView(table, view)
  const { find, onKeyDown } = useFind({ source, view, table, isReady: profile !== null })
  useColumnInView(table, columns, selected)
  useRowJumps({ source, view, columns, table, isReady: profile !== null })
  return (
    <div ref={wrapper} className={styles['table']} onKeyDown={onKeyDown} role="presentation">
      <TableBar
        {...{ source, state, file: fileName(file), onFind: find }}
        onLeaveFind={() => table.current?.focus()}
        onEdit={editFilter}
      />
      {columns.length === 0 && <SourceReading />}
      {columns.length > 0 && (
        <DataTable
          ref={table}
          label={t('data.tableOf', { file })}
          {...{ columns, rowCount, cell, rowData, rowNumber }}
          onRows={request}
          selectedColumn={selected}
          onColumn={onSelect}
          headerHeight={4.75}
          numberWidth={String(profile?.rows ?? rowCount).length * 0.5 + 1.5}
          acts={grid}
        />
      )}
      {filter && profile && (
        <FilterPopover {...{ source, profile, filter }} onClose={() => setFilter(null)} />
      )}
    </div>
  )
}
