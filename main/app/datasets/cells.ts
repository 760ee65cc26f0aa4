import type { Column } from '../../../shared/table.ts'

/** A column's cell as it is shown; null is missing. */
const cellText = (column: Column, row: number): string | null => {
  if (column.kind === 'text') return column.dictionary[column.codes[row] as number] ?? null
  const value = column.values[row] as number
  return value === value ? String(value) : null
}

/** A column's cells as they are shown; null is missing. */
export const columnCells = (column: Column): readonly (string | null)[] =>
  Array.from(column.kind === 'number' ? column.values : column.codes, (_, row) => cellText(column, row))

/** The first `count` rows of columns, a row an array of cells as they are shown; null is missing. */
export const tableRows = (
  columns: readonly Column[],
  count: number,
): readonly (readonly (string | null)[])[] =>
  Array.from({ length: count }, (_, row) => columns.map((column) => cellText(column, row)))
