import { isMissing } from '../../../shared/prep/cells.ts'
import type { Parts } from '../../../shared/prep/splitRows.ts'
import { partNames } from '../../../shared/run.ts'
import type { SurveyColumn } from '../../../shared/survey.ts'
import type { Column, ColumnType } from '../../../shared/table.ts'
import { type CodedValues, codesOf } from './columnValues.ts'

/** What warnings need to know of one column. */
export interface ColumnFacts extends SurveyColumn {
  readonly type: ColumnType | undefined
  /** Of the training rows: whether all cells that are there are equal, and whether any is missing. */
  readonly isConstant: boolean
  readonly hasMissing: boolean
  /** Standard deviation over the training rows; null for text. */
  readonly spread: number | null
  /** Values that stand for one thing each and have rows in several parts; 0 where the column names no things. */
  readonly tied: number
}

const spreadOf = (values: Float64Array, rows: Uint32Array): number => {
  let [count, mean, squares] = [0, 0, 0]
  for (const row of rows) {
    const value = values[row] ?? Number.NaN
    if (!Number.isFinite(value)) continue
    const before = value - mean
    mean += before / ++count
    squares += before * (value - mean)
  }
  return count > 0 ? Math.sqrt(squares / count) : 0
}

const isConstant = (column: Column, rows: Uint32Array): boolean => {
  const cells = column.kind === 'number' ? column.values : column.codes
  let first: number | undefined
  for (const row of rows) {
    if (isMissing(column, row)) continue
    first ??= cells[row]
    if (cells[row] !== first) return false
  }
  return true
}

const idName = /^(?:.*[_ .-])?(?:id|no|nr|code|key|uuid|uid)$|(?:번호|아이디|식별자|코드|학번|사번)$/i
/** As in `patientId`; that of `paid` is none. */
const idEnding = /[a-z]I[dD]$/
/** Rows that a thing has on average, at least. */
const fewestEach = 1.1
const code = /^\p{L}{0,4}[-_]?\d{2,}$/u

/** Whether almost every value has the same number of rows, and more than one: matched sets, repeated measurements. */
const comesInSets = ({ codes, values }: CodedValues): boolean => {
  const sizes = new Uint32Array(values.length)
  for (const one of codes) if (one >= 0) sizes[one] = (sizes[one] ?? 0) + 1
  const usual = sizes.toSorted()[sizes.length >> 1] ?? 0
  return usual > 1 && sizes.filter((size) => size === usual).length >= sizes.length * 0.9
}

/** Whether the numbers of some rows are whole and, where nothing else names them as ids, start at 0 or 1. */
const mayBeNumbered = (values: Float64Array, rows: Uint32Array, isNamed: boolean): boolean => {
  let least = Number.POSITIVE_INFINITY
  for (const row of rows) {
    const value = values[row] ?? Number.NaN
    if (!Number.isFinite(value)) continue
    if (!Number.isSafeInteger(value)) return false
    least = Math.min(least, value)
  }
  return isNamed || least === 0 || least === 1
}

/** Whether the values count up without a gap. */
const isNumbered = (values: readonly string[]): boolean => {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of values) {
    least = Math.min(least, Number(value))
    most = Math.max(most, Number(value))
  }
  return most - least === values.length - 1
}

/** The values of a column that names things (a person, a machine) with a few rows each; null for any other. */
const thingsOf = (column: Column, rows: Uint32Array): CodedValues | null => {
  const isNamed = idName.test(column.name) || idEnding.test(column.name)
  if (column.kind === 'number' && !mayBeNumbered(column.values, rows, isNamed)) return null
  const coded = codesOf(column, rows, rows.length / fewestEach)
  if (!coded || coded.values.length < 10) return null
  const present = coded.codes.reduce((count, one) => (one < 0 ? count : count + 1), 0)
  const each = present / coded.values.length
  if (each < fewestEach || each > 50) return null
  if (isNamed) return coded
  const tells =
    column.kind === 'text'
      ? coded.values.every((value) => code.test(value))
      : isNumbered(coded.values) && comesInSets(coded)
  return tells ? coded : null
}

/** How many values have rows in more than one part. */
const countTied = (column: Column, parts: Parts): number => {
  const rows = new Uint32Array(partNames.reduce((sum, part) => sum + parts[part].length, 0))
  const ends = partNames.map((part, index) => {
    const start = partNames.slice(0, index).reduce((sum, one) => sum + parts[one].length, 0)
    rows.set(parts[part], start)
    return start + parts[part].length
  })
  const coded = thingsOf(column, rows)
  if (!coded) return 0
  const seen = new Uint8Array(coded.values.length)
  let at = 0
  for (const [bit, end] of ends.entries())
    for (; at < end; at++) {
      const one = coded.codes[at] ?? -1
      if (one >= 0) seen[one] = (seen[one] ?? 0) | (1 << bit)
    }
  return seen.reduce((count, bits) => (bits & (bits - 1) ? count + 1 : count), 0)
}

/** Looks at one column. */
export const columnFacts = (
  place: SurveyColumn,
  column: Column,
  type: ColumnType | undefined,
  parts: Parts,
): ColumnFacts => ({
  ...place,
  type,
  isConstant: isConstant(column, parts.train),
  hasMissing: parts.train.some((row) => isMissing(column, row)),
  spread: column.kind === 'number' ? spreadOf(column.values, parts.train) : null,
  tied: countTied(column, parts),
})
