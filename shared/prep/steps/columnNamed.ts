import { ProblemError } from '../../problems.ts'
import type { Column, NumberColumn } from '../../table.ts'
import type { NamedColumns } from './stepKind.ts'

/** Throws `stepColumnMissing`, without the step's number. */
export const columnNamed = (columns: NamedColumns, name: string): Column => {
  const column = columns.get(name)
  if (!column) throw new ProblemError('stepColumnMissing', { column: name })
  return column
}

/** Throws `stepColumnMissing` and, for a column of text, `stepNeedsNumbers`. */
export const numbersNamed = (columns: NamedColumns, name: string): NumberColumn => {
  const column = columnNamed(columns, name)
  if (column.kind !== 'number') throw new ProblemError('stepNeedsNumbers', { column: name })
  return column
}
