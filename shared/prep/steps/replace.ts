import { z } from 'zod'

/** Cells of one value get another. */
export const replaceSchema = z.looseObject({
  kind: z.literal('replace'),
  off: z.boolean().optional(),
  column: z.string(),
  from: z.string().nullable().describe('null is a missing cell.'),
  to: z.string().nullable(),
})
