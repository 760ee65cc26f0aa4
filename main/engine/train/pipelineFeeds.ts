import type { Pipeline } from '../../../shared/pipeline.ts'
import { aheadReach, windowReach } from '../../../shared/prep/windows/reach.ts'
import type { Timeline } from '../../../shared/prep/windows/timeline.ts'
import type { Column } from '../../../shared/table.ts'
import { createFeed, type Feed } from './feed.ts'

/** The rows that feeds are for, of a table that has so many; `timeline` is asked for windows and horizons. */
export interface FedRows {
  readonly tableRows: number
  readonly rows: Uint32Array
  readonly timeline: Timeline | null
}

/** Feeds of a model's inputs from raw columns, `columns[i][j]` being column j of input i; `limits` are its `idLimits`. */
export const inputFeeds = (
  { inputs }: Pipeline,
  columns: readonly (readonly Column[])[],
  limits: readonly (number | null)[],
  { tableRows, rows, timeline }: FedRows,
): Feed[] =>
  inputs.map(({ name, shape, dtype, window, columns: uses }, index) => {
    const used = uses.flatMap(({ fitted }, at) => {
      const column = columns[index]?.[at]
      return column ? [{ column, fitted }] : []
    })
    const reach = window && timeline ? windowReach(timeline, window.steps) : undefined
    const idLimit = limits[index] ?? null
    return createFeed({ name, columns: used, shape, dtype, idLimit, reach }, tableRows, rows)
  })

/** Feeds of the targets of a model's outputs, encoded for its losses. */
export const targetFeeds = (
  { outputs }: Pipeline,
  columns: readonly Column[],
  { tableRows, rows, timeline }: FedRows,
): Feed[] =>
  outputs.map(({ name, target: { fitted, horizon } }, index) => {
    const column = columns[index]
    const used = column ? [{ column, fitted }] : []
    return createFeed(
      {
        name,
        columns: used,
        shape: [null],
        dtype: 'float32',
        idLimit: null,
        reach: horizon && timeline ? aheadReach(timeline, horizon) : undefined,
      },
      tableRows,
      rows,
    )
  })
