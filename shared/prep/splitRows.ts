import { ProblemError } from '../problems.ts'
import type { Column, Table } from '../table.ts'
import type { SplitSettings } from '../training.ts'
import { cellText, compareCells, isMissing } from './cells.ts'
import { createRandom, type Random } from './random.ts'

/** Rows of each part, in the table's order; `dropped` lack a cell that they need. */
export interface Parts {
  readonly train: Uint32Array
  readonly validation: Uint32Array
  readonly test: Uint32Array
  readonly dropped: Uint32Array
}

/** Rows that stay together, and the value whose share stays the same in every part. */
interface Unit {
  readonly rows: readonly number[]
  readonly stratum: string
}

const column = (table: Table, name: string): Column => {
  const found = table.columns.get(name)
  if (!found) throw new ProblemError('columnMissing', { column: name })
  return found
}

/** A row on its own, or all rows of a group; rows without a group stay on their own. */
const unitsOf = (table: Table, rows: readonly number[], { group, stratify }: SplitSettings): Unit[] => {
  const strata = stratify === undefined ? null : column(table, stratify)
  const stratumOf = (row: number) => (strata && cellText(strata, row)) ?? ''
  if (group === undefined) return rows.map((row) => ({ rows: [row], stratum: stratumOf(row) }))
  const groups = column(table, group)
  const members = new Map<string, number[]>()
  const alone: number[] = []
  for (const row of rows) {
    const name = cellText(groups, row)
    if (name === null) alone.push(row)
    else if (members.has(name)) members.get(name)?.push(row)
    else members.set(name, [row])
  }
  const together = [...members.values(), ...alone.map((row) => [row])]
  return together.map((rowsOfOne) => ({ rows: rowsOfOne, stratum: stratumOf(rowsOfOne[0] ?? 0) }))
}

const shuffled = (units: readonly Unit[], random: Random): Unit[] => {
  const order = Uint32Array.from(units, (_, index) => index)
  random.shuffle(order)
  return Array.from(order, (index) => units[index]).filter((unit) => unit !== undefined)
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

const byStratum = (units: readonly Unit[]): Unit[][] => {
  const strata = new Map<string, Unit[]>()
  for (const unit of units) {
    const members = strata.get(unit.stratum)
    if (members) members.push(unit)
    else strata.set(unit.stratum, [unit])
  }
  return [...strata].sort(([left], [right]) => compareCells(left, right)).map(([, members]) => members)
}

const rowsOf = (units: readonly Unit[]) => Uint32Array.from(units.flatMap(({ rows }) => rows)).sort()

/**
 * Divides the rows that have every `required` cell (targets, and columns whose missing cells drop the row).
 * Shuffled by the seed, or in the table's order: training rows first, test rows last. Shares are of the rows, or of
 * the groups when rows are grouped. Rows from `testFrom` on are the test part, which
 * then takes no others. Throws `tooFewRows` when nothing is left to train on.
 */
export const splitRows = (
  table: Table,
  settings: SplitSettings,
  seed: number,
  required: readonly string[],
  testFrom = table.rows,
): Parts => {
  const needed = required.map((name) => column(table, name))
  const kept: number[] = []
  const dropped: number[] = []
  const given: number[] = []
  for (let row = 0; row < table.rows; row++)
    (needed.some((one) => isMissing(one, row)) ? dropped : row < testFrom ? kept : given).push(row)
  const units = unitsOf(table, kept, settings)
  const random = createRandom(seed, 'split')
  const count = counter(testFrom < table.rows ? { ...settings, test: 0 } : settings)
  const parts = { train: [] as Unit[], validation: [] as Unit[], test: [] as Unit[] }
  for (const stratum of byStratum(units)) {
    const ordered = settings.shuffle ? shuffled(stratum, random) : stratum
    const { toTest, toValidation } = count(ordered.length)
    const firstTest = ordered.length - toTest
    for (const [place, unit] of ordered.entries()) {
      const part = place < firstTest - toValidation ? 'train' : place < firstTest ? 'validation' : 'test'
      parts[part].push(unit)
    }
  }
  if (parts.train.length === 0) throw new ProblemError('tooFewRows', { found: kept.length, needed: 1 })
  return {
    train: rowsOf(parts.train),
    validation: rowsOf(parts.validation),
    test: rowsOf([...parts.test, { rows: given, stratum: '' }]),
    dropped: Uint32Array.from(dropped),
  }
}
