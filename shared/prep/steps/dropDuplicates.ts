import { z } from 'zod'

/** Of rows with the same cells only the first stays. */
export const dropDuplicatesSchema = z.looseObject({
  kind: z.literal('dropDuplicates'),
  off: z.boolean().optional(),
  columns: z.array(z.string()).max(10_000).optional().describe('All columns of the sources when absent.'),
})
