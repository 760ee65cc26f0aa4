import { cellText } from '../../../shared/prep/cells.ts'
import type { Column } from '../../../shared/table.ts'

// Plain loops throughout: a survey goes over every cell of tables of millions of rows.

/** The numbers of some rows; NaN where a cell is missing or no number. */
export const numbersOf = (column: Column, rows: Uint32Array): Float64Array => {
  const numbers = new Float64Array(rows.length).fill(Number.NaN)
  if (column.kind === 'number')
    for (let index = 0; index < rows.length; index++)
      numbers[index] = column.values[rows[index] ?? 0] ?? Number.NaN
  return numbers
}

/** The values of some rows as codes from 0 up, −1 where a cell is missing, and the value of each code. */
export interface CodedValues {
  readonly codes: Int32Array
  readonly values: readonly string[]
}

/** Numbers the values of some rows in the order they come in; null once there are more than `most` of them. */
export const codesOf = (column: Column, rows: Uint32Array, most = rows.length): CodedValues | null => {
  const known = new Map<number, number>()
  const values: string[] = []
  const codes = new Int32Array(rows.length).fill(-1)
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] ?? 0
    const cell = column.kind === 'number' ? (column.values[row] ?? Number.NaN) : (column.codes[row] ?? -1)
    if (column.kind === 'number' ? !Number.isFinite(cell) : cell < 0) continue
    let code = known.get(cell)
    if (code === undefined) {
      if (values.length >= most) return null
      code = values.length
      known.set(cell, code)
      values.push(cellText(column, row) ?? '')
    }
    codes[index] = code
  }
  return { codes, values }
}
