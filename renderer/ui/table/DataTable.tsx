import { type ReactNode, type Ref, useId, useImperativeHandle } from 'react'
import styles from './DataTable.module.css'
import type { CellRange } from './gridMoves.ts'
import { GridRows } from './GridRows.tsx'
import { HeaderRow } from './HeaderRow.tsx'
import { useGridCells } from './useGridCells.ts'
import { useTableWindow } from './useTableWindow.ts'

/** One column of a table. */
export interface TableColumn {
  readonly id: string
  /** In rem. */
  readonly width: number
  readonly align?: 'start' | 'end'
  readonly header: ReactNode
  readonly sorted?: 'ascending' | 'descending' | undefined
}

/** What can be done with a table from outside. */
export interface TableHandle {
  /** Makes a cell the current one, in the middle of the view. */
  goTo(row: number, column?: number): void
  /** Shows the first rows. */
  toTop(): void
  /** Shows a column. */
  showColumn(column: number): void
  focus(): void
}

/** What a table does whose cells can be walked by keyboard, selected and copied. */
export interface GridActs {
  readonly onCopy: (range: CellRange) => void
  /** Enter on a header with Shift. */
  readonly onSort: (column: string) => void
  /** Alt and arrow down: what a column's own button opens. */
  readonly onMenu: (column: string) => void
  /** A new width in rem, or null for the usual one. */
  readonly onWidth: (column: string, width: number | null) => void
}

/** What a table needs. */
export interface DataTableProps {
  readonly label: string
  readonly columns: readonly TableColumn[]
  readonly rowCount: number
  /** A cell's content; called for cells in view only. */
  readonly cell: (row: number, column: number) => ReactNode
  /** What a row's cells are made of: a row is drawn again when this, `cell` or the columns change; without it always. */
  readonly rowData?: ((row: number) => unknown) | undefined
  /** Rows in view, both ends included; called when they change. */
  readonly onRows?: (first: number, last: number) => void
  readonly selectedColumn?: string | null
  readonly onColumn?: (id: string) => void
  readonly selectedRow?: number | null
  readonly onRow?: (row: number) => void
  /** In rem. */
  readonly headerHeight?: number
  readonly rowHeight?: number
  /** Shows each row's number in a column of its own, of this width in rem. */
  readonly numberWidth?: number
  readonly rowNumber?: (row: number) => string
  readonly acts?: GridActs | undefined
  readonly ref?: Ref<TableHandle>
}

/** A table of any size: only cells in view exist. Header and row numbers stay in sight. */
export function DataTable(props: DataTableProps) {
  const { label, columns, rowCount, acts, ref } = props
  const id = useId()
  const view = useTableWindow(props)
  const { scroller, scroll } = view
  const { active, range, goTo, handlers } = useGridCells(props, scroll)
  useImperativeHandle(
    ref,
    () => ({
      goTo,
      toTop: () => scroll.goTo(0),
      showColumn: (column) => scroll.reveal({ row: -1, column }, false),
      focus: () => scroller.current?.focus({ preventScroll: true }),
    }),
    [goTo, scroll, scroller],
  )
  const isDrawn = active && (active.row < 0 || view.rows.includes(active.row))
  return (
    <div
      ref={scroller}
      className={styles['scroller']}
      role="grid"
      aria-label={label}
      aria-rowcount={rowCount + 1}
      aria-colcount={columns.length}
      tabIndex={0}
      {...(acts ? { 'aria-multiselectable': true, ...handlers } : {})}
      {...(acts && isDrawn ? { 'aria-activedescendant': `${id}:${active.row}:${active.column}` } : {})}
    >
      <div
        className={styles['content']}
        style={{ width: view.width, height: view.height }}
        role="presentation"
      >
        <HeaderRow
          {...props}
          id={id}
          shown={view.shown}
          height={view.head}
          numberWidth={view.numberWidth}
          activeColumn={active?.row === -1 ? active.column : null}
        />
        <GridRows id={id} table={props} view={view} active={active} range={range} />
      </div>
    </div>
  )
}
