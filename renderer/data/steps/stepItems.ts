import type { StepEntry } from '../../../shared/edits/steps.ts'
import { stepProblems } from '../../../shared/prep/steps/stepProblems.ts'
import type { Problem } from '../../../shared/problems.ts'
import type { Project } from '../../../shared/project.ts'
import type { StepOutcome, StepReport } from '../../../shared/stepReport.ts'
import { stepId } from './stepIds.ts'

/** A step with what is known of it. */
export interface StepItem {
  readonly id: string
  readonly index: number
  readonly step: StepEntry
  readonly outcome: StepOutcome | undefined
  readonly problem: Problem | undefined
}

/** The steps of a document, each with what it does to the data or what is wrong with it. */
export const stepItems = (
  project: Project,
  report: StepReport | null,
  unread: Problem | null,
): readonly StepItem[] => {
  const problems = [...stepProblems(project), report?.problem, unread].filter((problem) => problem != null)
  return project.data.steps.map((step, index) => ({
    id: stepId(step),
    index,
    step,
    outcome: report?.outcomes.find((one) => one.step === index + 1),
    problem: problems.find(({ values }) => values?.['step'] === index + 1),
  }))
}

/** Where a step comes to stand that is dropped before or after another. */
export const placeOf = (from: number, target: number, position: 'before' | 'after' | 'on'): number => {
  const gap = position === 'after' ? target + 1 : target
  return gap > from ? gap - 1 : gap
}
