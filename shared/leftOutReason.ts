import type { ColumnProfile } from './table.ts'

/** Why a column is no input without being asked for. */
export type LeftOutReason = 'nearlyEmpty' | 'constant' | 'rowNumber' | 'id' | 'text' | 'manyValues'

/** A column with more of its cells missing says too little to be an input. */
const mostMissing = 0.9

/** A column of more categories than this tells rows apart rather than what they have in common. */
const mostCategories = 1000

/** Whether the numbers of a column count its rows without a gap. */
export const countsRows = ({ type, summary }: ColumnProfile, rows: number): boolean =>
  type === 'id' && summary !== undefined && summary.max - summary.min === rows - 1

/** What speaks against a column of so many rows as an input that nobody asked for; null when nothing does. */
export const leftOutReason = (column: ColumnProfile, rows: number): LeftOutReason | null => {
  const { type, missing, distinct } = column
  if (missing > rows * mostMissing) return 'nearlyEmpty'
  if (type === 'id') return countsRows(column, rows) ? 'rowNumber' : 'id'
  if (type === 'constant' || type === 'text') return type
  return type === 'category' && distinct > mostCategories ? 'manyValues' : null
}
