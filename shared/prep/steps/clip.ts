import { z } from 'zod'
import { ProblemError } from '../../problems.ts'
import { quantile } from '../moments.ts'
import { numbersNamed } from './columnNamed.ts'
import type { ColumnKind } from './stepKind.ts'

/** Numbers beyond a limit become the limit. */
export const clipSchema = z.looseObject({
  kind: z.literal('clip'),
  off: z.boolean().optional(),
  column: z.string(),
  low: z.number().optional(),
  high: z.number().optional(),
  quantiles: z
    .tuple([z.number().min(0).max(1), z.number().min(0).max(1)])
    .optional()
    .describe('Limits as shares of the training rows below them, instead of low and high.'),
})

export const fittedClipSchema = z.looseObject({
  kind: z.literal('clip'),
  column: z.string(),
  low: z.number().nullable(),
  high: z.number().nullable(),
})

export const clip: ColumnKind<z.infer<typeof clipSchema>, z.infer<typeof fittedClipSchema>> = {
  acts: 'column',
  makes: false,
  learns: ({ quantiles }) => quantiles !== undefined,
  reads: ({ column }) => [column],
  check({ column, low, high, quantiles }) {
    if (column === '') return { code: 'stepNoColumns' }
    const [from, to] = quantiles ?? [low, high]
    if (from === undefined && to === undefined) return { code: 'stepNothingToDo' }
    const isCrossed = from !== undefined && to !== undefined && from > to
    return isCrossed ? { code: 'stepLimitsCrossed', values: { low: from, high: to } } : null
  },
  fit({ column, low, high, quantiles }, columns, rows) {
    if (!quantiles) return { kind: 'clip', column, low: low ?? null, high: high ?? null }
    const { values } = numbersNamed(columns, column)
    const sorted = Float64Array.from(rows, (row) => values[row] ?? Number.NaN)
      .filter(Number.isFinite)
      .sort()
    if (sorted.length === 0) throw new ProblemError('noValues', { column })
    return { kind: 'clip', column, low: quantile(sorted, quantiles[0]), high: quantile(sorted, quantiles[1]) }
  },
  apply({ column: name, low, high }, columns) {
    const { values } = numbersNamed(columns, name)
    const [from, to] = [low ?? Number.NEGATIVE_INFINITY, high ?? Number.POSITIVE_INFINITY]
    return {
      kind: 'number',
      name,
      values: values.map((value) => (value < from ? from : value > to ? to : value)),
    }
  },
}
