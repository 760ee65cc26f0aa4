import type { Timeline } from './timeline.ts'

/** The rows that an input or a target takes for each row: from so many places after it to so many (negative: before it). */
export interface Reach {
  readonly timeline: Timeline
  readonly from: number
  readonly to: number
}

/** How many rows a reach has. */
export const reachLength = ({ from, to }: Pick<Reach, 'from' | 'to'>): number => to - from + 1

/** The rows that each of some rows reaches, one after the other; all of them must be there. */
export const reachedRows = (reach: Reach, rows: Uint32Array): Uint32Array => {
  const { timeline, from } = reach
  const length = reachLength(reach)
  const reached = new Uint32Array(rows.length * length)
  for (const [index, row] of rows.entries())
    for (let step = 0; step < length; step++) reached[index * length + step] = timeline.at(row, from + step)
  return reached
}

/** The rows before a row that a window of so many steps takes, and the row itself. */
export const windowReach = (timeline: Timeline, steps: number): Reach => ({
  timeline,
  from: 1 - steps,
  to: 0,
})

/** The one row so far ahead. */
export const aheadReach = (timeline: Timeline, horizon: number): Reach => ({
  timeline,
  from: horizon,
  to: horizon,
})
