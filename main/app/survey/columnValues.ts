import { cellText } from '../../../shared/prep/cells.ts'
import type { Column } from '../../../shared/table.ts'

/** The numbers of some rows; NaN where a cell is missing or no number. */
export const numbersOf = (column: Column, rows: Uint32Array): Float64Array =>
  column.kind === 'number'
    ? Float64Array.from(rows, (row) => column.values[row] ?? Number.NaN)
    : new Float64Array(rows.length).fill(Number.NaN)

/** The values of some rows as codes from 0 up, −1 where a cell is missing, and the value of each code. */
export interface CodedValues {
  readonly codes: Int32Array
  readonly values: readonly string[]
}

/** Numbers the values of some rows in the order they come in. */
export const codesOf = (column: Column, rows: Uint32Array): CodedValues => {
  const known = new Map<number, number>()
  const values: string[] = []
  const codes = Int32Array.from(rows, (row) => {
    const cell = column.kind === 'number' ? (column.values[row] ?? Number.NaN) : (column.codes[row] ?? -1)
    if (column.kind === 'number' ? !Number.isFinite(cell) : cell < 0) return -1
    const found = known.get(cell)
    if (found !== undefined) return found
    known.set(cell, values.length)
    return values.push(cellText(column, row) ?? '') - 1
  })
  return { codes, values }
}
