import { ProblemError } from '../problems.ts'
import type { Project } from '../project.ts'
import type { Column, Table } from '../table.ts'
import type { SplitSettings } from '../training.ts'
import { type ColumnName, joinSources, type SourceReader } from './joinSources.ts'
import { type Parts, splitRows } from './splitRows.ts'

/** The rows of a project's joined table, divided, with a way to find a column of the document in it. */
export interface DividedRows {
  readonly table: Table
  readonly parts: Parts
  /** Under what name a column that was asked for stands in the table. */
  readonly keyOf: (use: ColumnName) => string
  /** Throws `columnMissing`. */
  readonly columnOf: (use: ColumnName) => Column
}

/** Columns that decide which part a row is in. */
const ruling = ({ stratify, group, order, column }: SplitSettings): ColumnName[] => {
  const names = column ? [column.name] : [order ?? stratify, group]
  return names.flatMap((name) => (name === undefined ? [] : [{ column: name }]))
}

/** How rows are divided: as the project says, from a seed; or not at all, and every row that can be used trains. */
export type Division = { readonly seed: number } | 'undivided'

/**
 * Reads `uses` and what the split needs from all sources, joins and divides. Rows without a cell of `required` (some of
 * `uses`) are left out. Throws what reading and `splitRows` throw.
 */
export const divideRows = async (
  project: Project,
  uses: readonly ColumnName[],
  required: readonly ColumnName[],
  division: Division,
  read: SourceReader,
): Promise<DividedRows> => {
  const split: SplitSettings =
    division === 'undivided' ? { validation: 0, test: 0, shuffle: false } : project.training.split
  const names = [...uses, ...ruling(split)]
  const { table, keys, testFrom } = await joinSources(project, names, read)
  const keyOf = (use: ColumnName) => keys[names.indexOf(use)] ?? use.column
  const columnOf = (use: ColumnName): Column => {
    const column = table.columns.get(keyOf(use))
    if (!column) throw new ProblemError('columnMissing', { column: use.column })
    return column
  }
  names.forEach(columnOf)
  const needed = required.map(keyOf)
  const parts =
    division === 'undivided'
      ? splitRows(table, split, 0, needed)
      : splitRows(table, split, division.seed, needed, testFrom)
  return { table, parts, keyOf, columnOf }
}
