import { z } from 'zod'

/** Rows that lack a cell in one of the columns go. */
export const dropMissingSchema = z.looseObject({
  kind: z.literal('dropMissing'),
  off: z.boolean().optional(),
  columns: z.array(z.string()).max(10_000),
})
