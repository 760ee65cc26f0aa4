import { z } from 'zod'
import { columnsOf } from '../../formula/expression.ts'
import { parse } from '../../formula/parse.ts'
import { neededSteps, type StepEffect } from './activeSteps.ts'
import { type FittedStep, fittedStepSchema } from './fittedStep.ts'
import type { NamedColumns } from './stepKind.ts'

/** What a trained model says of the steps before its encodings. */
export const pipelineStepsSchema = z.looseObject({
  /** Raw columns that the steps read, and whether their cells are numbers. */
  columns: z.array(z.looseObject({ column: z.string(), kind: z.enum(['number', 'text']) })),
  list: z.array(fittedStepSchema),
})
export type PipelineSteps = z.infer<typeof pipelineStepsSchema>

const effectOf = (step: FittedStep): StepEffect => ({
  acts: 'column',
  makes: step.kind === 'formula',
  column: step.column,
  reads: step.kind === 'formula' ? columnsOf(parse(step.formula)) : [step.column],
})

/** The fitted steps on which columns hang, and the raw columns that must be there before them. */
export const stepsFor = (fitted: readonly FittedStep[], wanted: Iterable<string>) =>
  neededSteps(fitted, wanted, effectOf)

/** What a pipeline tells of the fitted steps on which its columns hang; nothing when it needs none. `raw` are the columns before them. */
export const pipelineSteps = (
  fitted: readonly FittedStep[],
  wanted: readonly string[],
  raw: NamedColumns,
): { steps?: PipelineSteps } => {
  const list = [...stepsFor(fitted, wanted).steps]
  if (list.length === 0) return {}
  const names = new Set(list.flatMap((step) => effectOf(step).reads ?? []))
  const columns = [...names].flatMap((column) => {
    const found = raw.get(column)
    return found ? [{ column, kind: found.kind }] : []
  })
  return { steps: { columns, list } }
}
