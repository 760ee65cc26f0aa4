import type { Column } from '../../../shared/table.ts'

/** Whole numbers as text, for there are tables of nothing but bytes. */
const small = Array.from({ length: 256 }, (_, value) => String(value))

/** A column's cell as it is shown; null is missing. */
const cellText = (column: Column, row: number): string | null => {
  if (column.kind === 'text') return column.dictionary[column.codes[row] as number] ?? null
  const value = column.values[row] as number
  if (value !== value) return null
  const whole = value & 255
  return whole === value ? (small[whole] as string) : String(value)
}

/** A column's cells as they are shown; null is missing. */
export const columnCells = (column: Column): readonly (string | null)[] =>
  Array.from(column.kind === 'number' ? column.values : column.codes, (_, row) => cellText(column, row))

/** The first `count` rows of columns, a row an array of cells as they are shown; null is missing. */
export const tableRows = (
  columns: readonly Column[],
  count: number,
): readonly (readonly (string | null)[])[] => {
  const rows: (string | null)[][] = []
  for (let row = 0; row < count; row++) rows.push(columns.map((column) => cellText(column, row)))
  return rows
}
