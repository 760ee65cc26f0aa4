import { z } from 'zod'
import { ProblemError } from '../../problems.ts'
import type { Column } from '../../table.ts'
import { moments, quantile } from '../moments.ts'
import { defineEncoding, type WriteRow } from './define.ts'
import { place, put } from './put.ts'

const schema = z.looseObject({
  kind: z.literal('number'),
  scale: z.enum(['standard', 'minmax', 'robust', 'log1p', 'range', 'none']).default('standard'),
  from: z
    .number()
    .optional()
    .describe('Only for `range`: what becomes 0; 0 when absent. Nothing is learned.'),
  to: z.number().optional().describe('Only for `range`: what becomes 1; 255 when absent, as of a pixel.'),
  missing: z.enum(['drop', 'mean', 'median', 'constant', 'flag']).default('median'),
  constant: z.number().optional(),
})
type NumberEncoding = z.infer<typeof schema>

const fitted = z.looseObject({
  kind: z.literal('number'),
  /** encoded = (x' − offset) / scale, where x' = log1p(x) when `log` is set, else x. */
  log: z.boolean(),
  offset: z.number(),
  scale: z.number(),
  /** Stands in for a missing cell, before scaling; null when such rows are dropped. */
  fill: z.number().nullable(),
  /** Adds a second value: 1 where the cell was missing. */
  flag: z.boolean(),
})
type FittedNumber = z.infer<typeof fitted>

const scaling = ({ scale, from = 0, to = 255 }: NumberEncoding, sorted: Float64Array) => {
  const [first = 0, last = 0] = [sorted[0], sorted.at(-1)]
  switch (scale) {
    case 'none':
      return { offset: 0, scale: 1 }
    case 'range':
      return { offset: from, scale: to - from }
    case 'minmax':
      return { offset: first, scale: last - first }
    case 'robust':
      return { offset: quantile(sorted, 0.5), scale: quantile(sorted, 0.75) - quantile(sorted, 0.25) }
    case 'standard':
    case 'log1p': {
      const { mean, std } = moments(sorted)
      return { offset: mean, scale: std }
    }
  }
}

const filling = (encoding: NumberEncoding, sorted: Float64Array): number | null => {
  switch (encoding.missing) {
    case 'drop':
      return null
    case 'constant':
      return encoding.constant ?? 0
    case 'mean':
      return moments(sorted).mean
    case 'median':
    case 'flag':
      return quantile(sorted, 0.5)
  }
}

const fit = (encoding: NumberEncoding, column: Column, rows: Uint32Array): FittedNumber => {
  if (column.kind !== 'number') throw new ProblemError('columnNotNumeric', { column: column.name })
  const values = new Float64Array(rows.length)
  let count = 0
  for (const row of rows) {
    const value = column.values[row] ?? Number.NaN
    if (Number.isFinite(value)) values[count++] = value
  }
  if (count === 0) throw new ProblemError('noValues', { column: column.name })
  const sorted = values.subarray(0, count).sort()
  const log = encoding.scale === 'log1p'
  if (log && (sorted[0] ?? 0) <= -1)
    throw new ProblemError('logOfNegative', { column: column.name, found: sorted[0] ?? 0 })
  const { offset, scale } = scaling(encoding, log ? sorted.map(Math.log1p) : sorted)
  const isUsable = Number.isFinite(scale) && (scale > 0 || (encoding.scale === 'range' && scale < 0))
  return {
    kind: 'number',
    log,
    offset,
    scale: isUsable ? scale : 1,
    fill: filling(encoding, sorted),
    flag: encoding.missing === 'flag',
  }
}

const writer = ({ fill, flag, log, offset, scale }: FittedNumber, column: Column): WriteRow => {
  if (column.kind !== 'number') throw new ProblemError('columnNotNumeric', { column: column.name })
  return (row, out, at) => {
    const raw = column.values[row] ?? Number.NaN
    const missing = !Number.isFinite(raw)
    if (missing && fill === null) throw new ProblemError('cellMissing', place(column, row))
    const value = missing ? (fill ?? 0) : raw
    if (log && value <= -1) throw new ProblemError('logOfNegative', { ...place(column, row), found: value })
    put(out, at, ((log ? Math.log1p(value) : value) - offset) / scale, column, row)
    if (flag) out[at + 1] = missing ? 1 : 0
  }
}

/** A scaled number back in its own units: the inverse of `(x′ − offset) / scale`. */
export const unscale = (
  { log, offset, scale }: Pick<FittedNumber, 'log' | 'offset' | 'scale'>,
  encoded: number,
): number => {
  const value = encoded * scale + offset
  return log ? Math.expm1(value) : value
}

/** A number, scaled. `log1p` is followed by standardising; a column that doesn't vary keeps the scale 1. */
export const number = defineEncoding({
  kind: 'number',
  schema,
  fitted,
  needsCell: ({ missing }) => missing === 'drop',
  neededCell: ({ fill }) => fill === null,
  width: ({ missing }) => (missing === 'flag' ? 2 : 1),
  fittedWidth: ({ flag }) => (flag ? 2 : 1),
  fit,
  writer,
  decode: (learned, scores) => ({ value: unscale(learned, scores[0] ?? Number.NaN) }),
  columnType: () => 'number',
})
