import type { Column } from '../table.ts'
import type { Encoded } from './encodings/define.ts'
import { kindOf } from './encodingKinds.ts'
import type { Fitted } from './fitted.ts'

/**
 * An encoder of one column for batch after batch: writes the `fittedWidth` values of each row into `out`, the n-th row's
 * from `offset + n · stride` on. Throws `ProblemError` naming row (counted from 1) and column where a cell can't be encoded.
 */
export const createEncoder = (fitted: Fitted, column: Column) => {
  const write = kindOf(fitted).writer(fitted, column)
  return (rows: Uint32Array, out: Encoded, offset: number, stride: number): void => {
    for (let index = 0; index < rows.length; index++) write(rows[index] ?? 0, out, offset + index * stride)
  }
}
