import { ProblemError } from '../../problems.ts'
import type { Column } from '../../table.ts'
import { cellText } from '../cells.ts'
import type { WriteRow } from './define.ts'
import { byText, finder } from './lookup.ts'
import { place } from './put.ts'

/** Writes the number of a cell's class, or its one-hot row; a cell that has none is refused with `code`. */
export const classWriter = (
  categories: readonly string[],
  onehot: boolean,
  column: Column,
  code: 'unknownCategory' | 'targetNotBinary',
): WriteRow => {
  const indexOf = byText(column, finder(categories))
  return (row, out, at) => {
    const index = indexOf(row)
    if (index === undefined) throw new ProblemError('cellMissing', place(column, row))
    if (index < 0)
      throw new ProblemError(code, { ...place(column, row), value: cellText(column, row) ?? '', found: 3 })
    if (!onehot) out[at] = index
    else {
      out.fill(0, at, at + categories.length)
      out[at + index] = 1
    }
  }
}
