import { isMissing } from '../cells.ts'
import { ProblemError } from '../../problems.ts'
import type { Column } from '../../table.ts'
import type { Parts } from '../splitRows.ts'
import type { Sequence } from './sequenceOf.ts'
import type { Timeline } from './timeline.ts'

/** Which part a row is in, by number; 0 for none. */
const placesOf = ({ train, validation, test }: Parts, rows: number): Uint8Array => {
  const places = new Uint8Array(rows)
  for (const [index, part] of [train, validation, test].entries())
    for (const row of part) places[row] = index + 1
  return places
}

/**
 * The rows of each part that have their whole windows and all their targets. A row whose target lies in another part is
 * left out: training would see what it is judged by. Windows may begin in an earlier part, as they do when predicting.
 * Throws `noFullWindow` when no row is left to train on.
 */
export const wholeSamples = (
  parts: Parts,
  rows: number,
  { needs, horizons, steps }: Sequence,
  timeline: Timeline,
  columnOf: (use: NonNullable<Sequence['needs'][number]['use']>) => Column,
): Parts => {
  const places = placesOf(parts, rows)
  const checks = needs.map(({ use, from, to }) => ({ column: use && columnOf(use), from, to }))
  const has = (row: number, { column, from, to }: (typeof checks)[number]) => {
    // A series has no holes: where both ends are, all between them is.
    if (timeline.at(row, from) < 0 || timeline.at(row, to) < 0) return false
    for (let shift = from; column && shift <= to; shift++)
      if (isMissing(column, timeline.at(row, shift))) return false
    return true
  }
  const isWhole = (row: number) =>
    checks.every((check) => has(row, check)) &&
    horizons.every((ahead) => places[timeline.at(row, ahead)] === places[row])
  const train = parts.train.filter(isWhole)
  if (train.length === 0)
    throw new ProblemError('noFullWindow', {
      steps,
      horizon: Math.max(0, ...horizons),
      found: parts.train.length,
    })
  const [validation, test] = [parts.validation.filter(isWhole), parts.test.filter(isWhole)]
  const kept = new Set([...train, ...validation, ...test])
  const dropped = Uint32Array.from({ length: rows }, (_, row) => row).filter((row) => !kept.has(row))
  return { train, validation, test, dropped }
}
