import type { Column } from '../../../shared/table.ts'

/** A column's cells as they are shown; null is missing. */
export const columnCells = (column: Column): readonly (string | null)[] =>
  column.kind === 'number'
    ? Array.from(column.values, (value) => (value === value ? String(value) : null))
    : Array.from(column.codes, (code) => (code < 0 ? null : (column.dictionary[code] as string)))

/** Rows of cells from columns of cells. */
export const toRows = (
  columns: readonly (readonly (string | null)[])[],
  rows: number,
): readonly (readonly (string | null)[])[] =>
  Array.from({ length: rows }, (_, row) => columns.map((cells) => cells[row] ?? null))
