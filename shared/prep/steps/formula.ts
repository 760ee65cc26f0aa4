import { z } from 'zod'
import { dateOrder } from '../../dates.ts'
import { evaluate } from '../../formula/evaluate.ts'
import { columnsOf, dateColumnsOf } from '../../formula/expression.ts'
import { parse } from '../../formula/parse.ts'
import { toProblem } from '../../problems.ts'
import { columnNamed } from './columnNamed.ts'
import type { ColumnKind } from './stepKind.ts'

/** A new column, computed from others. */
export const formulaSchema = z.looseObject({
  kind: z.literal('formula'),
  off: z.boolean().optional(),
  column: z.string().max(10_000).describe('The name of the new column.'),
  formula: z.string().max(10_000).describe('See docs/data.md.'),
})

export const fittedFormulaSchema = z.looseObject({
  kind: z.literal('formula'),
  column: z.string(),
  formula: z.string(),
  orders: z
    .record(z.string(), z.enum(['ymd', 'dmy', 'mdy']))
    .describe('Which part of a date like 3/4/23 stands where, by column.'),
})

/** The columns of a formula; none while it can't be read. */
const readColumns = (formula: string): readonly string[] => {
  try {
    return columnsOf(parse(formula))
  } catch {
    return []
  }
}

export const formula: ColumnKind<z.infer<typeof formulaSchema>, z.infer<typeof fittedFormulaSchema>> = {
  acts: 'column',
  makes: true,
  learns: () => false,
  reads: (step) => readColumns(step.formula),
  check(step) {
    try {
      parse(step.formula)
      return step.column.trim() === '' ? { code: 'stepColumnUnnamed' } : null
    } catch (error) {
      return toProblem(error)
    }
  },
  fit(step, columns) {
    const orders = dateColumnsOf(parse(step.formula)).flatMap((name) => {
      const column = columnNamed(columns, name)
      return column.kind === 'text' ? [[name, dateOrder(column.dictionary)] as const] : []
    })
    return {
      kind: 'formula',
      column: step.column,
      formula: step.formula,
      orders: Object.fromEntries(orders),
    }
  },
  apply(fitted, columns, rows) {
    const orders = new Map(Object.entries(fitted.orders))
    return evaluate(parse(fitted.formula), fitted.column, rows, { columns, orders })
  },
}
