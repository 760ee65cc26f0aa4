import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ColumnProfile, TableProfile } from '../../shared/table.ts'
import { requestRows, rowOf, useRowsVersion } from '../store/table.ts'
import { DataTable, type TableColumn } from '../ui/table/DataTable.tsx'
import { ColumnHeader } from './ColumnHeader.tsx'
import { roleKind, type Use } from './columnUses.ts'
import styles from './RawTable.module.css'
import { useColumnInView } from './useColumnInView.ts'
import { useRowsReady } from './useRowsReady.ts'

interface RawTableProps {
  readonly source: string
  readonly file: string
  readonly profile: TableProfile
  readonly uses: ReadonlyMap<string, readonly Use[]>
  readonly selected: string | null
  readonly onSelect: (column: string) => void
}

/** Room for the name, and for what cells usually hold; in rem. */
const widthOf = ({ name, type, top, missing }: ColumnProfile): number => {
  const cells = top.slice(0, 5).map(({ value }) => value.length)
  const letters = Math.max(name.length + 3, ...cells)
  const most = type === 'text' || type === 'sequence' ? 20 : 14
  return Math.min(most, Math.max(missing > 0 ? 9.5 : 7, letters * 0.5 + 1.25))
}

const isNumeric = ({ summary }: ColumnProfile) => summary !== undefined

/** The raw rows of a source as they are in the file, each column under its header with type, missing share and distribution. */
export function RawTable({ source, file, profile, uses, selected, onSelect }: RawTableProps) {
  const { t } = useTranslation()
  useRowsVersion()
  const isReady = useRowsReady(source)
  const columns = useMemo(
    () =>
      profile.columns.map(
        (column): TableColumn => ({
          id: column.name,
          width: widthOf(column),
          align: isNumeric(column) ? 'end' : 'start',
          header: <ColumnHeader column={column} rows={profile.rows} role={roleKind(uses.get(column.name))} />,
        }),
      ),
    [profile, uses],
  )
  const request = useCallback(
    (first: number, last: number) => {
      if (isReady) requestRows(source, first, last)
    },
    [source, isReady],
  )
  const cell = (row: number, column: number) => {
    const cells = rowOf(source, row)
    if (!cells) return <span className={styles['loading']} />
    const value = cells[column] ?? null
    if (value !== null) return <span title={value.length > 24 ? value : undefined}>{value}</span>
    return (
      <span className={styles['missing']} title={t('data.missingCell')}>
        –
      </span>
    )
  }
  const wrapper = useColumnInView(columns, selected)
  return (
    <div ref={wrapper} className={styles['table']}>
      <DataTable
        label={t('data.tableOf', { file })}
        columns={columns}
        rowCount={profile.rows}
        cell={cell}
        onRows={request}
        selectedColumn={selected}
        onColumn={onSelect}
        headerHeight={4.75}
        hasRowNumbers
      />
    </div>
  )
}
