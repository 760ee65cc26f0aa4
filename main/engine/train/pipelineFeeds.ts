import type { Pipeline } from '../../../shared/pipeline.ts'
import type { Column } from '../../../shared/table.ts'
import { createFeed, type Feed } from './feed.ts'

/** Feeds of a model's inputs from raw columns, `columns[i][j]` being column j of input i; `limits` are its `idLimits`. */
export const inputFeeds = (
  { inputs }: Pipeline,
  columns: readonly (readonly Column[])[],
  limits: readonly (number | null)[],
  tableRows: number,
  rows: Uint32Array,
): Feed[] =>
  inputs.map(({ name, shape, dtype, columns: uses }, index) => {
    const used = uses.flatMap(({ fitted }, at) => {
      const column = columns[index]?.[at]
      return column ? [{ column, fitted }] : []
    })
    return createFeed({ name, columns: used, shape, dtype, idLimit: limits[index] ?? null }, tableRows, rows)
  })

/** Feeds of the targets of a model's outputs, encoded for its losses. */
export const targetFeeds = (
  { outputs }: Pipeline,
  columns: readonly Column[],
  tableRows: number,
  rows: Uint32Array,
): Feed[] =>
  outputs.map(({ name, target: { fitted } }, index) => {
    const column = columns[index]
    const used = column ? [{ column, fitted }] : []
    return createFeed(
      { name, columns: used, shape: [null], dtype: 'float32', idLimit: null },
      tableRows,
      rows,
    )
  })
