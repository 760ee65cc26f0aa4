import type { KeyboardEvent } from 'react'
import type { DataTableProps } from './DataTable.tsx'
import { type CellRange, type GridCell, moveInGrid, rangeOf } from './gridMoves.ts'
import { columnWidth } from './ResizeHandle.tsx'

/** What a table's cells are like when a key is pressed. */
export interface GridState {
  readonly table: DataTableProps
  /** Rows that Page up and down go. */
  readonly page: number
  readonly active: GridCell
  readonly anchor: GridCell | null
  readonly select: (active: GridCell, anchor: GridCell) => void
  /** Moves to a cell; the rectangle follows when it is to be extended. */
  readonly move: (to: GridCell, isExtended: boolean) => void
}

/** Does what a key means in a table; false when it means nothing there. */
export const pressInGrid = (event: KeyboardEvent, state: GridState): boolean => {
  const { table, active } = state
  const mod = event.ctrlKey || event.metaKey
  if (mod && event.code === 'KeyC') return copy(table, rangeOf(state.anchor ?? active, active))
  if (mod && event.code === 'KeyA') return selectAll(state)
  if (event.key === 'Escape') return unselect(state)
  if (event.altKey && event.key === 'ArrowDown') return openMenu(state)
  if (active.row < 0 && pressInHeader(event, state)) return true
  if (event.altKey) return false
  const size = { rows: table.rowCount, columns: table.columns.length, page: state.page }
  const next = moveInGrid(active, { key: event.key, mod }, size)
  if (next) state.move(next, event.shiftKey)
  return next !== null
}

const copy = ({ acts }: DataTableProps, range: CellRange | null): boolean => {
  if (range) acts?.onCopy(range)
  return range !== null
}

const selectAll = ({ table, select }: GridState): boolean => {
  if (table.rowCount === 0) return false
  select({ row: table.rowCount - 1, column: table.columns.length - 1 }, { row: 0, column: 0 })
  return true
}

const unselect = ({ active, anchor, select }: GridState): boolean => {
  if (anchor === active) return false
  select(active, active)
  return true
}

const openMenu = ({ table, active }: GridState): boolean => {
  const column = table.columns[active.column]
  if (column) table.acts?.onMenu(column.id)
  return true
}

const pressInHeader = (event: KeyboardEvent, { table, active }: GridState): boolean => {
  const column = table.columns[active.column]
  if (!column) return false
  if (event.altKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
    const change = event.key === 'ArrowLeft' ? -0.5 : 0.5
    table.acts?.onWidth(column.id, columnWidth(column.width + change))
    return true
  }
  if (event.key !== 'Enter' && event.key !== ' ') return false
  if (event.shiftKey) table.acts?.onSort(column.id)
  else table.onColumn?.(column.id)
  return true
}
