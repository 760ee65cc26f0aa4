import type { MissingMarks } from './missing.ts'
import { type NumberMarks, parseNumber } from './number.ts'
import type { SampleRecord } from './sample.ts'

const usual: NumberMarks = { decimal: '.', thousands: '' }
const candidates: readonly NumberMarks[] = [
  { decimal: '.', thousands: ',' },
  { decimal: ',', thousands: '' },
  { decimal: ',', thousands: '.' },
  { decimal: '.', thousands: "'" },
  { decimal: '.', thousands: ' ' },
  { decimal: ',', thousands: ' ' },
]

/**
 * Which marks the numbers of a sample use: those under which most cells are in columns of numbers. `1,200` alone is a
 * thousand where commas or bars separate columns, and 1.2 where semicolons do, as spreadsheets write them.
 */
export const sniffNumberMarks = (
  records: readonly SampleRecord[],
  delimiter: string,
  missing: MissingMarks,
  asked: Partial<NumberMarks>,
): NumberMarks => {
  const width = records.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  const columns = Array.from({ length: width }, (_, column) => oddCells(records, column, missing)).filter(
    (cells) => cells.length > 0,
  )
  const order = delimiter === ';' ? [1, 0, 2, 3, 4, 5] : [0, 1, 2, 3, 4, 5]
  // The first cell may be a name, and is not asked.
  const all = columns.reduce((sum, cells) => sum + Math.max(1, cells.length - 1), 0)
  let best = usual
  let most = -1
  for (const marks of [usual, ...order.map((index) => candidates[index] as NumberMarks)]) {
    if (asked.decimal !== undefined && asked.decimal !== marks.decimal) continue
    if (asked.thousands !== undefined && asked.thousands !== marks.thousands) continue
    const read = columns.reduce((sum, cells) => sum + numbersIn(cells, marks), 0)
    if (read > most) {
      best = marks
      most = read
    }
    // No other marks can read more.
    if (most === all) break
  }
  return { ...best, ...asked }
}

/** At most so many cells of a column are part of its header. */
const mostAhead = 4

/** The cells of a column whose marks are in question, none when no cell has any. */
const oddCells = (
  records: readonly SampleRecord[],
  column: number,
  missing: MissingMarks,
): readonly string[] => {
  const cells = records.flatMap(({ cells: row }) => {
    const cell = row[column]
    return cell === undefined || missing.hasText(cell) ? [] : [cell]
  })
  return cells.some((cell) => /\d[,.' \u00a0]\d/.test(cell)) ? cells : []
}

/** How many cells are numbers, if nearly all below a header of names and units are; else 0. */
const numbersIn = (cells: readonly string[], marks: NumberMarks): number => {
  const isNumber = cells.map((cell) => !Number.isNaN(parseNumber(cell, marks).value))
  for (let ahead = cells.length > 1 ? 1 : 0; ahead <= mostAhead && ahead < cells.length; ahead++) {
    const numbers = isNumber.slice(ahead).filter(Boolean).length
    if (numbers >= (cells.length - ahead) * 0.9) return numbers
  }
  return 0
}
