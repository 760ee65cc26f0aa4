import { z } from 'zod'
import { dateOrder, parseDate } from '../../dates.ts'
import { ProblemError } from '../../problems.ts'
import type { Column, NumberColumn, TextColumn } from '../../table.ts'
import { compareCells } from '../cells.ts'

const column = z.string().max(10_000)
const text = z.string().max(100_000)
const bound = z.union([z.number(), z.string().max(200)])

/**
 * Says of a row whether it matches, by one of its cells. A step that keeps rows and a filter of the table are both this.
 * A cell of numbers is compared by value, a date by time, other text letter by letter; a missing cell matches `missing` and `notEquals` only.
 */
export const rowRuleSchema = z.discriminatedUnion('is', [
  z.looseObject({ column, is: z.enum(['equals', 'notEquals']), value: text }),
  z.looseObject({ column, is: z.enum(['above', 'below', 'atLeast', 'atMost']), value: bound }),
  z
    .looseObject({ column, is: z.literal('between'), from: bound, to: bound })
    .describe('Both ends belong to it.'),
  z
    .looseObject({ column, is: z.literal('contains'), value: text })
    .describe('Small and large letters are the same.'),
  z.looseObject({ column, is: z.literal('oneOf'), values: z.array(text).max(10_000) }),
  z.looseObject({ column, is: z.enum(['missing', 'present']) }),
])
export type RowRule = z.infer<typeof rowRuleSchema>

/** The number a rule compares cells of numbers with. Throws `ruleNotANumber`. */
const numberOf = (rule: RowRule, value: string | number): number => {
  const number = typeof value === 'number' ? value : value.trim() === '' ? Number.NaN : Number(value)
  if (!Number.isFinite(number))
    throw new ProblemError('ruleNotANumber', { column: rule.column, value: String(value) })
  return number
}

const fold = (value: string) => value.normalize('NFC').toLowerCase()

type Test<T> = (cell: T) => boolean

const numberTest = (rule: RowRule): Test<number> => {
  switch (rule.is) {
    case 'equals':
    case 'notEquals': {
      const value = numberOf(rule, rule.value)
      return rule.is === 'equals' ? (cell) => cell === value : (cell) => cell !== value
    }
    case 'above':
    case 'below':
    case 'atLeast':
    case 'atMost': {
      const value = numberOf(rule, rule.value)
      if (rule.is === 'above') return (cell) => cell > value
      if (rule.is === 'below') return (cell) => cell < value
      return rule.is === 'atLeast' ? (cell) => cell >= value : (cell) => cell <= value
    }
    case 'between': {
      const [from, to] = [numberOf(rule, rule.from), numberOf(rule, rule.to)]
      return (cell) => cell >= from && cell <= to
    }
    case 'contains': {
      const part = fold(rule.value)
      return (cell) => String(cell).includes(part)
    }
    case 'oneOf': {
      const values = new Set(rule.values.map((value) => numberOf(rule, value)))
      return (cell) => values.has(cell)
    }
    case 'missing':
    case 'present':
      return () => rule.is === 'present'
  }
}

/**
 * How a cell of text stands to a bound: NaN when it can't be compared. A bound that is a date is compared with dates, read
 * in the order of day and month that the column has; any other with numbers by size, then letter by letter.
 */
const comparing = (bound: string | number, dictionary: readonly string[]): ((cell: string) => number) => {
  const value = String(bound)
  if (value.trim() === '' || !Number.isNaN(Number(value))) return (cell) => compareCells(cell, value)
  const order = dateOrder(dictionary)
  const time = parseDate(value, order)
  return Number.isNaN(time) ? (cell) => compareCells(cell, value) : (cell) => parseDate(cell, order) - time
}

const textTest = (rule: RowRule, dictionary: readonly string[]): Test<string> => {
  switch (rule.is) {
    case 'equals':
    case 'notEquals': {
      const value = rule.value.normalize('NFC')
      return (cell) => (cell.normalize('NFC') === value) === (rule.is === 'equals')
    }
    case 'above':
    case 'below':
    case 'atLeast':
    case 'atMost': {
      const compare = comparing(rule.value, dictionary)
      if (rule.is === 'above') return (cell) => compare(cell) > 0
      if (rule.is === 'below') return (cell) => compare(cell) < 0
      return rule.is === 'atLeast' ? (cell) => compare(cell) >= 0 : (cell) => compare(cell) <= 0
    }
    case 'between': {
      const [from, to] = [comparing(rule.from, dictionary), comparing(rule.to, dictionary)]
      return (cell) => from(cell) >= 0 && to(cell) <= 0
    }
    case 'contains': {
      const part = fold(rule.value)
      return (cell) => fold(cell).includes(part)
    }
    case 'oneOf': {
      const values = new Set(rule.values.map((value) => value.normalize('NFC')))
      return (cell) => values.has(cell.normalize('NFC'))
    }
    case 'missing':
    case 'present':
      return () => rule.is === 'present'
  }
}

const matchNumbers = (rule: RowRule, { values }: NumberColumn): Uint8Array => {
  const test = numberTest(rule)
  const whenMissing = rule.is === 'missing' || rule.is === 'notEquals' ? 1 : 0
  const matches = new Uint8Array(values.length)
  for (let row = 0; row < values.length; row++) {
    const cell = values[row] as number
    matches[row] = Number.isFinite(cell) ? (test(cell) ? 1 : 0) : whenMissing
  }
  return matches
}

/** Each different text is looked at once. */
const matchTexts = (rule: RowRule, { codes, dictionary }: TextColumn): Uint8Array => {
  const test = textTest(rule, dictionary)
  const whenMissing = rule.is === 'missing' || rule.is === 'notEquals' ? 1 : 0
  const known = Uint8Array.from(dictionary, (cell) => (test(cell) ? 1 : 0))
  const matches = new Uint8Array(codes.length)
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] as number
    matches[row] = code < 0 ? whenMissing : (known[code] as number)
  }
  return matches
}

/**
 * 1 for every row of the rule's column that matches, 0 for the others. Throws `ruleNotANumber` when cells of numbers
 * are to be compared with something that is none.
 */
export const matchRows = (rule: RowRule, column: Column): Uint8Array =>
  column.kind === 'number' ? matchNumbers(rule, column) : matchTexts(rule, column)
