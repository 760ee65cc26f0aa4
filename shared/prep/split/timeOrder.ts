import { dateOrder, parseDate } from '../../dates.ts'
import type { Column } from '../../table.ts'
import { compareCells } from '../cells.ts'

/** A column of text is one of dates when at least this share of its different cells are. */
const enough = 0.99

/** How new each cell of a dictionary is: by date where they are dates (NaN for one that is none), else as categories are ordered. */
const cellTimes = (dictionary: readonly string[]): Float64Array => {
  const order = dateOrder(dictionary)
  const dates = Float64Array.from(dictionary, (text) => parseDate(text, order))
  const found = dates.reduce((count, date) => (Number.isNaN(date) ? count : count + 1), 0)
  if (dictionary.length > 0 && found >= dictionary.length * enough) return dates
  const sorted = dictionary.map((text, code) => ({ text, code }))
  sorted.sort((left, right) => compareCells(left.text, right.text))
  const ranks = new Float64Array(dictionary.length)
  for (const [rank, { code }] of sorted.entries()) ranks[code] = rank
  return ranks
}

/** Numbers that grow from the oldest row to the newest; NaN for a row that says no time. */
export const timesOf = (column: Column): ((row: number) => number) => {
  if (column.kind === 'number')
    return (row) => {
      const value = column.values[row] ?? Number.NaN
      return Number.isFinite(value) ? value : Number.NaN
    }
  const times = cellTimes(column.dictionary)
  return (row) => times[column.codes[row] ?? -1] ?? Number.NaN
}

/** Units from the oldest to the newest; a group stands where its newest row does, equals stay in the table's order. */
export const byTime = (
  units: Uint32Array,
  timeOf: (row: number) => number,
  membersOf: (unit: number) => readonly number[],
): Uint32Array => {
  const newest = Float64Array.from(units, (unit) =>
    membersOf(unit).reduce((time, row) => Math.max(time, timeOf(row)), Number.NEGATIVE_INFINITY),
  )
  const places = Uint32Array.from(units, (_, place) => place)
  places.sort((left, right) => (newest[left] ?? 0) - (newest[right] ?? 0) || left - right)
  return places.map((place) => units[place] ?? 0)
}
