import type { Project } from '../../../shared/project.ts'
import { i18n } from '../../i18n/i18n.ts'
import { analysisOf, placedProblems } from '../../store/analysis.ts'
import { currentProject, edit } from '../../store/document.ts'
import { announce } from './announcement.ts'

const count = () => placedProblems(analysisOf(currentProject())).length

/** Mends the document in one undoable step and says how many problems are left. */
export const applyRepair = (mend: (project: Project) => Project): void => {
  const before = currentProject()
  const problem = edit(mend)
  if (problem || currentProject() === before) announce(i18n.t('model.problems.nothingDone'))
  else announce(i18n.t('model.problems.left', { count: count() }))
}
