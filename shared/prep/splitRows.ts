import { ProblemError } from '../problems.ts'
import type { Column, Table } from '../table.ts'
import type { SplitSettings } from '../training.ts'
import { cellText, compareCells, isMissing } from './cells.ts'
import { createRandom } from './random.ts'
import { balanceGroups } from './split/balanceGroups.ts'
import { groupRows } from './split/groupRows.ts'
import { byTime, timesOf } from './split/timeOrder.ts'

/** Rows of each part, in the table's order; `dropped` lack a cell that they need. */
export interface Parts {
  readonly train: Uint32Array
  readonly validation: Uint32Array
  readonly test: Uint32Array
  readonly dropped: Uint32Array
}

const column = (table: Table, name: string): Column => {
  const found = table.columns.get(name)
  if (!found) throw new ProblemError('columnMissing', { column: name })
  return found
}

/** Units by the value of the column that is to have the same share in every part, in the order of its values. */
const byStratum = (strata: Column, units: Uint32Array): Uint32Array[] => {
  const lists = new Map<string, number[]>()
  for (const unit of units) {
    const name = cellText(strata, unit) ?? ''
    const members = lists.get(name)
    if (members) members.push(unit)
    else lists.set(name, [unit])
  }
  return [...lists]
    .sort(([left], [right]) => compareCells(left, right))
    .map(([, members]) => Uint32Array.from(members))
}

/** How many of a stratum go to the test and validation parts; what rounding leaves over is carried to the next stratum. */
const counter = ({ validation, test }: SplitSettings) => {
  let [testOwed, validationOwed] = [0, 0]
  return (size: number) => {
    testOwed += size * test
    validationOwed += size * validation
    const toTest = Math.min(size, Math.max(0, Math.round(testOwed)))
    const toValidation = Math.min(size - toTest, Math.max(0, Math.round(validationOwed)))
    testOwed -= toTest
    validationOwed -= toValidation
    return { toTest, toValidation }
  }
}

type Place = 'train' | 'validation' | 'test'
type Divide = (put: (part: Place, rows: readonly number[]) => void) => void

/** By what a column says of each row. */
const byColumn =
  (said: Column, { validation, test }: NonNullable<SplitSettings['column']>, rows: Uint32Array): Divide =>
  (put) => {
    const [toValidation, toTest] = [new Set(validation), new Set(test)]
    for (const row of rows) {
      const cell = cellText(said, row) ?? ''
      put(toTest.has(cell) ? 'test' : toValidation.has(cell) ? 'validation' : 'train', [row])
    }
  }

/** By shares of lists of units: the first train, the last test. */
const byShare =
  (
    lists: readonly Uint32Array[],
    settings: SplitSettings,
    membersOf: (unit: number) => readonly number[],
  ): Divide =>
  (put) => {
    const count = counter(settings)
    for (const list of lists) {
      const { toTest, toValidation } = count(list.length)
      const firstTest = list.length - toTest
      for (const [place, unit] of list.entries())
        put(
          place < firstTest - toValidation ? 'train' : place < firstTest ? 'validation' : 'test',
          membersOf(unit),
        )
    }
  }

/** The way of dividing that the settings ask for. */
const divider = (
  table: Table,
  settings: SplitSettings,
  timeOf: ((row: number) => number) | null,
  rows: Uint32Array,
  seed: number,
): Divide => {
  if (settings.column) return byColumn(column(table, settings.column.name), settings.column, rows)
  const groups = settings.group === undefined ? null : groupRows(column(table, settings.group), rows)
  const membersOf = (unit: number) => groups?.get(unit) ?? [unit]
  const units = groups ? Uint32Array.from(groups.keys()) : rows
  if (timeOf) return byShare([byTime(units, timeOf, membersOf)], settings, membersOf)
  const random = settings.shuffle ? createRandom(seed, 'split') : null
  const strata = settings.stratify === undefined ? null : column(table, settings.stratify)
  if (groups && strata) {
    const { validation, test } = settings
    const shares = { train: Math.max(0, 1 - validation - test), validation, test }
    const chosen = balanceGroups(groups, strata, shares, random)
    return (put) => {
      for (const [unit, part] of chosen) put(part, membersOf(unit))
    }
  }
  const lists = strata ? byStratum(strata, units) : [units]
  for (const list of lists) random?.shuffle(list)
  return byShare(lists, settings, membersOf)
}

/**
 * Divides the rows that have every `required` cell (targets, columns whose missing cells drop the row, and the time
 * they are ordered by): by a column, in time order, or by shares, shuffled by the seed or in the table's order. Shares
 * are of the rows, or of the groups when rows are only grouped; training rows come first, test rows last. Rows from
 * `testFrom` on are the test part, which then takes no share of the others. Throws `tooFewRows` when nothing is left
 * to train on.
 */
export const splitRows = (
  table: Table,
  settings: SplitSettings,
  seed: number,
  required: readonly string[],
  testFrom = table.rows,
): Parts => {
  const isTimed = settings.column === undefined && settings.order !== undefined
  const timeOf = isTimed ? timesOf(column(table, settings.order ?? '')) : null
  const needed = required.map((name) => column(table, name))
  const lacksCell = (row: number) =>
    needed.some((one) => isMissing(one, row)) || (timeOf !== null && Number.isNaN(timeOf(row)))
  const kept: number[] = []
  const dropped: number[] = []
  const given: number[] = []
  for (let row = 0; row < table.rows; row++)
    (lacksCell(row) ? dropped : row < testFrom ? kept : given).push(row)
  const parts = { train: [] as number[], validation: [] as number[], test: given }
  const shares = testFrom < table.rows ? { ...settings, test: 0 } : settings
  divider(
    table,
    shares,
    timeOf,
    Uint32Array.from(kept),
    seed,
  )((part, rows) => {
    for (const row of rows) parts[part].push(row)
  })
  if (parts.train.length === 0) throw new ProblemError('tooFewRows', { found: 0, needed: 1 })
  const sorted = (list: readonly number[]) => Uint32Array.from(list).sort()
  return {
    train: sorted(parts.train),
    validation: sorted(parts.validation),
    test: sorted(parts.test),
    dropped: Uint32Array.from(dropped),
  }
}
