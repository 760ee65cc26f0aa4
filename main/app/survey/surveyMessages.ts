import type { Problem } from '../../../shared/problems.ts'
import type { Project } from '../../../shared/project.ts'
import type { Survey, SurveyEvent } from '../../../shared/survey.ts'
import type { SurveySource } from './surveyUses.ts'

/** A source in the column store. */
export interface StoredSurveySource extends SurveySource {
  readonly dir: string
}
/** What the data set worker is started with to survey a project. */
export interface SurveyTask {
  readonly survey: Project
  readonly sources: readonly StoredSurveySource[]
}
/** What it says then. */
export type SurveyAnswer =
  | Extract<SurveyEvent, { kind: 'progress' }>
  | { readonly kind: 'surveyed'; readonly survey: Survey }
  | { readonly kind: 'failed'; readonly problem: Problem }
