import { ProblemError } from '../../../shared/problems.ts'
import type { Survey } from '../../../shared/survey.ts'
import { readStoredTable } from '../datasets/storedTable.ts'
import type { SurveyTask } from './surveyMessages.ts'
import { surveyProject } from './surveyProject.ts'

/** Surveys a project whose sources are in the column store. */
export const surveyStored = (
  { survey, sources }: SurveyTask,
  onBatch?: (done: number, total: number) => void,
): Promise<Survey> =>
  surveyProject(
    survey,
    sources,
    (id, columns) => {
      const source = sources.find((one) => one.id === id)
      if (!source) throw new ProblemError('sourceMissing', { source: id })
      return readStoredTable(source.dir, columns)
    },
    onBatch,
  )
