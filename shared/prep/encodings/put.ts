import { ProblemError } from '../../problems.ts'
import type { Column } from '../../table.ts'
import type { Encoded } from './define.ts'

const limit = 2 ** 31

/** A cell as problems name it: rows count from 1, as people do. */
export const place = (column: Column, row: number) => ({ column: column.name, row: row + 1 })

/** Whole numbers that an int32 input can hold pass; anything else would be changed silently. Throws `notWhole`. */
export const put = (out: Encoded, at: number, value: number, column: Column, row: number) => {
  if (out instanceof Int32Array && !(Number.isInteger(value) && Math.abs(value) < limit))
    throw new ProblemError('notWhole', { ...place(column, row), value })
  out[at] = value
}
