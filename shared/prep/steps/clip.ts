import { z } from 'zod'

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
