import type { ReactNode } from 'react'
import { useRem } from '../useRem.ts'
import styles from './DataTable.module.css'
import { BodyRow, HeaderRow } from './TableRows.tsx'
import { useTableWindow } from './useTableWindow.ts'

/** One column of a table. */
export interface TableColumn {
  readonly id: string
  /** In rem. */
  readonly width: number
  readonly align?: 'start' | 'end'
  readonly header: ReactNode
}

/** What a table needs. */
export interface DataTableProps {
  readonly label: string
  readonly columns: readonly TableColumn[]
  readonly rowCount: number
  /** A cell's content; called for cells in view only. */
  readonly cell: (row: number, column: number) => ReactNode
  /** Rows in view, both ends included; called when they change. */
  readonly onRows?: (first: number, last: number) => void
  readonly selectedColumn?: string | null
  readonly onColumn?: (id: string) => void
  readonly selectedRow?: number | null
  readonly onRow?: (row: number) => void
  /** In rem. */
  readonly headerHeight?: number
  readonly rowHeight?: number
  /** Shows row numbers, counted from 1, in a column of their own. */
  readonly hasRowNumbers?: boolean
}

/** A table of any size: only cells in view exist. Header and row numbers stay in sight. */
export function DataTable(props: DataTableProps) {
  const { label, columns, rowCount, headerHeight = 2 } = props
  const head = headerHeight * useRem()
  const { scroller, rows, shown, numberWidth, width, height } = useTableWindow(props)
  return (
    <div
      ref={scroller}
      className={styles['scroller']}
      role="grid"
      aria-label={label}
      aria-rowcount={rowCount + 1}
      aria-colcount={columns.length}
      tabIndex={0}
    >
      <div className={styles['content']} style={{ width, height: head + height }} role="presentation">
        <HeaderRow {...props} shown={shown} height={head} numberWidth={numberWidth} />
        {rows.map((row) => (
          <BodyRow
            key={row.key}
            {...props}
            row={row.index}
            top={head + row.start}
            height={row.size}
            shown={shown}
            numberWidth={numberWidth}
          />
        ))}
      </div>
    </div>
  )
}
