import type { Column } from '../../table.ts'
import { compareCells } from '../cells.ts'

/** How old each row is: numbers that grow from the oldest row to the newest. Text is ordered as categories are. */
const times = (column: Column): ((row: number) => number) => {
  if (column.kind === 'number') return (row) => column.values[row] ?? 0
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
  const timeOf = times(column)
  const newest = Float64Array.from(units, (unit) =>
    membersOf(unit).reduce((time, row) => Math.max(time, timeOf(row)), Number.NEGATIVE_INFINITY),
  )
  const places = Uint32Array.from(units, (_, place) => place)
  places.sort((left, right) => (newest[left] ?? 0) - (newest[right] ?? 0) || left - right)
  return places.map((place) => units[place] ?? 0)
}
