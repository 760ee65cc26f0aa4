import { dateOrder, parseDate } from '../../dates.ts'
import type { Column } from '../../table.ts'
import { compareCells } from '../cells.ts'

/** Milliseconds of each text, or null when one of them is no date. */
const datesOf = (dictionary: readonly string[]): readonly number[] | null => {
  const order = dateOrder(dictionary)
  const dates: number[] = []
  for (const text of dictionary) {
    const time = parseDate(text, order)
    if (Number.isNaN(time)) return null
    dates.push(time)
  }
  return dates
}

/** How old each row is: numbers that grow from the oldest row to the newest. Text that is no date is ordered as categories are. */
export const timesOf = (column: Column): ((row: number) => number) => {
  if (column.kind === 'number') return (row) => column.values[row] ?? 0
  const dates = datesOf(column.dictionary)
  if (dates) return (row) => dates[column.codes[row] ?? 0] ?? 0
  const ranks = new Uint32Array(column.dictionary.length)
  const sorted = column.dictionary.map((text, code) => ({ text, code }))
  sorted.sort((left, right) => compareCells(left.text, right.text))
  for (const [rank, { code }] of sorted.entries()) ranks[code] = rank
  return (row) => ranks[column.codes[row] ?? 0] ?? 0
}

/** Units from the oldest to the newest; a group stands where its newest row does, equals stay in the table's order. */
export const byTime = (
  units: Uint32Array,
  column: Column,
  membersOf: (unit: number) => readonly number[],
): Uint32Array => {
  const timeOf = timesOf(column)
  const newest = Float64Array.from(units, (unit) =>
    membersOf(unit).reduce((time, row) => Math.max(time, timeOf(row)), Number.NEGATIVE_INFINITY),
  )
  const places = Uint32Array.from(units, (_, place) => place)
  places.sort((left, right) => (newest[left] ?? 0) - (newest[right] ?? 0) || left - right)
  return places.map((place) => units[place] ?? 0)
}
