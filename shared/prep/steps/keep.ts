import { z } from 'zod'
import { rowRuleSchema } from './rowRule.ts'

/** Only rows that match stay. */
export const keepSchema = z.looseObject({
  kind: z.literal('keep'),
  off: z.boolean().optional(),
  rule: rowRuleSchema,
})
