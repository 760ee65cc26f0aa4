import type { Column, Table } from '../../table.ts'
import type { SplitSettings } from '../../training.ts'
import type { ColumnName } from '../joinSources.ts'
import { type Parts, splitRows } from '../splitRows.ts'
import { type Sequence, sequenceSplit } from './sequenceOf.ts'
import { createTimeline, type Timeline } from './timeline.ts'
import { wholeSamples } from './wholeSamples.ts'

/** Rows of a sequence in parts, by the last row of their windows. */
export interface DividedSequence {
  readonly parts: Parts
  /** The rows to learn from: all of the training part, also those without a whole window. */
  readonly learning: Uint32Array
  readonly timeline: Timeline
}

/**
 * Divides the rows of a sequence by time and keeps those with whole windows and targets. Rows from `testFrom` on are the
 * test part, those from `border` on come from another file. Throws what `splitRows` and `wholeSamples` throw.
 */
export const divideSequence = (
  table: Table,
  sequence: Sequence,
  { split, seed, testFrom, border }: { split: SplitSettings; seed: number; testFrom: number; border: number },
  columnOf: (use: ColumnName) => Column,
): DividedSequence => {
  const { column, group } = sequence.order
  const timeline = createTimeline(table.rows, {
    time: column === undefined ? undefined : columnOf({ column }),
    group: group === undefined ? undefined : columnOf({ column: group }),
    border,
  })
  const divided = splitRows(table, sequenceSplit(split, sequence), seed, [], testFrom)
  const parts = wholeSamples(divided, table.rows, sequence, timeline, columnOf)
  return { parts, learning: divided.train, timeline }
}
