import { z } from 'zod'
import { ProblemError, toProblem } from '../../problems.ts'
import { columnNamed } from './columnNamed.ts'
import { matchRows, rowRuleSchema } from './rowRule.ts'
import type { RowKind } from './stepKind.ts'

/** Only rows that match stay. */
export const keepSchema = z.looseObject({
  kind: z.literal('keep'),
  off: z.boolean().optional(),
  rule: rowRuleSchema,
})

export const keep: RowKind<z.infer<typeof keepSchema>> = {
  acts: 'rows',
  reads: ({ rule }) => [rule.column],
  keep({ rule }, columns, rows) {
    try {
      const matches = matchRows(rule, columnNamed(columns, rule.column))
      return rows.filter((row) => matches[row] === 1)
    } catch (error) {
      const { code, values } = toProblem(error)
      throw code === 'ruleNotANumber' ? new ProblemError('stepNotANumber', values) : error
    }
  },
}
