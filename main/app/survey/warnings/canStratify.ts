import type { Project } from '../../../../shared/project.ts'
import type { SurveyColumn } from '../../../../shared/survey.ts'

/** Whether the split could keep the shares of this column's values the same in every part, and does not yet. */
export const canStratify = ({ training, data }: Project, { source, column }: SurveyColumn): boolean => {
  const { split } = training
  const isOfRows = source === '' || source === data.sources[0]?.id
  const isFree = split.column === undefined && split.order === undefined && split.stratify === undefined
  return isFree && split.validation + split.test > 0 && isOfRows && column !== split.group
}
