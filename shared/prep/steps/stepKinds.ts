import { clip } from './clip.ts'
import { dropDuplicates } from './dropDuplicates.ts'
import { dropMissing } from './dropMissing.ts'
import type { FittedStep } from './fittedStep.ts'
import { formula } from './formula.ts'
import { keep } from './keep.ts'
import { mergeRare } from './mergeRare.ts'
import { replace } from './replace.ts'
import type { Step } from './step.ts'
import type { ColumnKind, RowKind } from './stepKind.ts'

const kinds = {
  keep,
  dropDuplicates,
  dropMissing,
  formula,
  mergeRare,
  clip,
  replace,
} as const satisfies Record<Step['kind'], unknown>

/** What a step does. The kind is that of the step, so that it takes the step and what was fitted of it. */
export const kindOf = ({ kind }: Pick<Step, 'kind'>): RowKind<Step> | ColumnKind<Step, FittedStep> =>
  kinds[kind] as unknown as RowKind<Step> | ColumnKind<Step, FittedStep>

/** The column after a fitted step. */
export const applyFitted = (fitted: FittedStep, ...[columns, rows]: ApplyArguments) => {
  const kind = kinds[fitted.kind] as unknown as ColumnKind<Step, FittedStep>
  return kind.apply(fitted, columns, rows)
}
type ApplyArguments =
  Parameters<ColumnKind<Step, FittedStep>['apply']> extends [unknown, ...infer Rest] ? Rest : never
