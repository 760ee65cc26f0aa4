import type { Column } from '../../table.ts'
import { groupRows } from '../split/groupRows.ts'
import { timesOf } from '../split/timeOrder.ts'

/** Rows in the order of time, one series or several. */
export interface Timeline {
  /** The row so many places later (earlier when negative) in the series of a row; −1 where the series has none. */
  readonly at: (row: number, places: number) => number
}

interface Ordering {
  /** What the rows are ordered by; their own order without it. Rows that lack it are in no series. */
  readonly time?: Column | undefined
  /** Rows with the same value are one series; one that has none is a series of its own. */
  readonly group?: Column | undefined
  /** No series goes on across this row: what follows comes from another file. */
  readonly border?: number
}

/** Rows of each series, in their own order. */
const seriesOf = (
  rows: number,
  timeOf: ((row: number) => number) | null,
  { group, border = rows }: Ordering,
): Iterable<readonly number[]> => {
  const all = Array.from({ length: rows }, (_, row) => row)
  const timed = timeOf ? all.filter((row) => !Number.isNaN(timeOf(row))) : all
  const split = [timed.filter((row) => row < border), timed.filter((row) => row >= border)]
  return group ? split.flatMap((part) => [...groupRows(group, Uint32Array.from(part)).values()]) : split
}

/** The order of time of a table's rows; equals stay in the order of the table. */
export const createTimeline = (rows: number, ordering: Ordering): Timeline => {
  const order = new Uint32Array(rows)
  const places = new Int32Array(rows).fill(-1)
  const series = new Uint32Array(rows)
  const timeOf = ordering.time ? timesOf(ordering.time) : null
  let [count, number] = [0, 0]
  for (const members of seriesOf(rows, timeOf, ordering)) {
    const sorted = timeOf
      ? members.toSorted((one, other) => timeOf(one) - timeOf(other) || one - other)
      : members
    for (const row of sorted) {
      places[row] = count
      series[count] = number
      order[count++] = row
    }
    number++
  }
  return {
    at: (row, shift) => {
      const from = places[row] ?? -1
      const to = from + shift
      return from < 0 || to < 0 || to >= count || series[from] !== series[to] ? -1 : (order[to] ?? -1)
    },
  }
}
