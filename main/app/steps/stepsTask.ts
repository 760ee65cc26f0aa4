import type { Problem } from '../../../shared/problems.ts'
import { ProblemError } from '../../../shared/problems.ts'
import type { Project } from '../../../shared/project.ts'
import type { StepReport } from '../../../shared/stepReport.ts'
import { readStoredTable } from '../datasets/storedTable.ts'
import { reportSteps } from './reportSteps.ts'

/** What the data set worker is started with to take a project's steps. */
export interface StepsTask {
  readonly stepsOf: Project
  /** Folders of the column store. */
  readonly sources: readonly { readonly source: string; readonly dir: string }[]
}
/** What it says then. */
export type StepsAnswer =
  | { readonly kind: 'reported'; readonly report: StepReport }
  | { readonly kind: 'failed'; readonly problem: Problem }

/** Takes the steps of a project whose sources are in the column store. */
export const reportStored = ({ stepsOf, sources }: StepsTask): Promise<StepReport> =>
  reportSteps(stepsOf, (source, columns) => {
    const stored = sources.find((one) => one.source === source)
    if (!stored) throw new ProblemError('sourceMissing', { source })
    return readStoredTable(stored.dir, columns)
  })
