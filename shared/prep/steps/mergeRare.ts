import { z } from 'zod'

/** Values that are rare in the training rows become one. */
export const mergeRareSchema = z.looseObject({
  kind: z.literal('mergeRare'),
  off: z.boolean().optional(),
  column: z.string(),
  atLeast: z.int().min(1).optional().describe('Training rows that a value needs to stay.'),
  most: z.int().min(1).max(1_000_000).optional().describe('How many values stay, the most frequent ones.'),
  into: z.string().min(1).describe('What the others become.'),
})
