import { z } from 'zod'

/** A new column, computed from others. */
export const formulaSchema = z.looseObject({
  kind: z.literal('formula'),
  off: z.boolean().optional(),
  column: z.string().describe('The name of the new column.'),
  formula: z.string().max(10_000).describe('See docs/data.md.'),
})
