import { ProblemError } from '../problems.ts'
import type { Column, Table } from '../table.ts'
import type { SplitSettings } from '../training.ts'
import { cellText, compareCells, isMissing } from './cells.ts'
import { createRandom } from './random.ts'

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

/** Rows that stay together, by the number of their first row. A row without a group stays on its own. */
const groupRows = (groups: Column, rows: Uint32Array): Map<number, number[]> => {
  const firsts = new Map<string, number[]>()
  const units = new Map<number, number[]>()
  for (const row of rows) {
    const name = cellText(groups, row)
    const members = name === null ? undefined : firsts.get(name)
    if (members) members.push(row)
    else {
      const unit = [row]
      units.set(row, unit)
      if (name !== null) firsts.set(name, unit)
    }
  }
  return units
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
  const rows = Uint32Array.from(kept)
  const groups = settings.group === undefined ? null : groupRows(column(table, settings.group), rows)
  const units = groups ? Uint32Array.from(groups.keys()) : rows
  const strata =
    settings.stratify === undefined ? [units] : byStratum(column(table, settings.stratify), units)
  const random = createRandom(seed, 'split')
  const count = counter(testFrom < table.rows ? { ...settings, test: 0 } : settings)
  const parts = { train: [] as number[], validation: [] as number[], test: given }
  for (const stratum of strata) {
    if (settings.shuffle) random.shuffle(stratum)
    const { toTest, toValidation } = count(stratum.length)
    const firstTest = stratum.length - toTest
    for (const [place, unit] of stratum.entries()) {
      const part = place < firstTest - toValidation ? 'train' : place < firstTest ? 'validation' : 'test'
      for (const row of groups?.get(unit) ?? [unit]) parts[part].push(row)
    }
  }
  if (parts.train.length === 0) throw new ProblemError('tooFewRows', { found: parts.train.length, needed: 1 })
  const sorted = (list: readonly number[]) => Uint32Array.from(list).sort()
  return {
    train: sorted(parts.train),
    validation: sorted(parts.validation),
    test: sorted(parts.test),
    dropped: Uint32Array.from(dropped),
  }
}
