import { ProblemError } from '../../../../shared/problems.ts'
import { matchRows } from '../../../../shared/prep/steps/rowRule.ts'
import type { Column, ColumnType } from '../../../../shared/table.ts'
import type { TableView } from '../../../../shared/tableView.ts'
import { pause } from '../readTable.ts'
import { readStoredProfile, readStoredTable } from '../storedTable.ts'
import { sortByKeys } from './sortByKeys.ts'
import { textKeys } from './sortKeys.ts'

/** The rows of a view in its order; null stands for all rows as they are. */
export interface Arrangement {
  readonly rows: Int32Array | null
  readonly count: number
  /** How many rows were left after each filter. */
  readonly left: readonly number[]
}

/**
 * Finds the rows of a stored table that match every filter, and puts them in order: rows without a value last, those
 * with equal ones as in the file. Yields how much is done, from 0 to 1. Throws `columnMissing`, `ruleNotANumber` and,
 * when aborted, `cancelled`.
 */
export async function* arrange(
  dir: string,
  { filters, sort }: TableView,
  signal: AbortSignal | undefined,
): AsyncGenerator<number, Arrangement> {
  const { profile } = readStoredProfile(dir)
  const parts = filters.length + (sort ? 4 : 0)
  const left: number[] = []
  let rows: Int32Array | null = null
  for (const [done, filter] of filters.entries()) {
    yield done / parts
    await pause(signal)
    const matches = matchRows(filter, await columnOf(dir, filter.column))
    rows = rows ? rows.filter((row) => matches[row] === 1) : Int32Array.from({ length: count(matches) })
    if (left.length === 0) fill(rows, matches)
    left.push(rows.length)
  }
  if (!sort) return { rows, count: rows?.length ?? profile.rows, left }
  yield filters.length / parts
  await pause(signal)
  const column = await columnOf(dir, sort.column)
  const type = profile.columns.find(({ name }) => name === sort.column)?.type ?? 'text'
  const items = rows ?? Int32Array.from({ length: profile.rows }, (_, row) => row)
  const ordering = order(column, type, items, sort.descending)
  for (;;) {
    const step = ordering.next()
    if (step.done) return { rows: step.value, count: step.value.length, left }
    yield (filters.length + 4 * step.value) / parts
    await pause(signal)
  }
}

const count = (matches: Uint8Array): number => {
  let sum = 0
  for (const match of matches) sum += match
  return sum
}
const fill = (rows: Int32Array, matches: Uint8Array): void => {
  let at = 0
  for (let row = 0; row < matches.length; row++) if (matches[row] === 1) rows[at++] = row
}

const columnOf = async (dir: string, name: string): Promise<Column> => {
  const column = (await readStoredTable(dir, [name])).columns.get(name)
  if (!column) throw new ProblemError('columnMissing', { column: name })
  return column
}

function* order(
  column: Column,
  type: ColumnType,
  items: Int32Array,
  descending: boolean,
): Generator<number, Int32Array> {
  if (column.kind === 'number')
    return yield* sortByKeys(
      Float64Array.from(items, (row) => column.values[row] as number),
      items,
      descending,
    )
  const { codes, dictionary } = column
  let ranks: Float64Array | undefined
  for (const ranking = textKeys(dictionary, type); !ranks; ) {
    const step = ranking.next()
    if (step.done) ranks = step.value
    else yield 0
  }
  const keys = new Float64Array(items.length)
  for (let at = 0; at < items.length; at++) {
    const code = codes[items[at] as number] as number
    keys[at] = code < 0 ? Number.NaN : (ranks[code] as number)
  }
  return yield* sortByKeys(keys, items, descending)
}
