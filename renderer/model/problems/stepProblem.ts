import { i18n } from '../../i18n/i18n.ts'
import { problemText } from '../../i18n/problemText.ts'
import { problemWords } from '../../i18n/problemWords.ts'
import { analysisOf } from '../../store/analysis.ts'
import { currentProject } from '../../store/document.ts'
import { sessionStore } from '../../store/session.ts'
import { focusNode } from '../canvas/focusNode.ts'
import { announce } from './announcement.ts'
import { problemGroups } from './problemGroups.ts'

/** Goes to the next or previous node with a problem, after or before the selected one, and reads it out. */
export const stepProblem = (direction: 1 | -1): void => {
  const project = currentProject()
  const groups = problemGroups(project, analysisOf(project)).filter(({ id }) => id !== null)
  if (groups.length === 0) {
    announce(i18n.t('model.problems.none'))
    return
  }
  const { selection } = sessionStore.getState()
  const now = groups.findIndex(({ id }) => id !== null && selection.includes(id))
  const next =
    now < 0 ? (direction > 0 ? 0 : groups.length - 1) : (now + direction + groups.length) % groups.length
  const { id = null, name = '', type = '', problems = [] } = groups[next] ?? {}
  if (id === null) return
  focusNode(id)
  const language = i18n.language === 'ko' ? 'ko' : 'en'
  const sentences = problems.map((problem) => problemText(problemWords(problem, type, language)))
  announce(`${next + 1}/${groups.length} ${name}: ${sentences.join(' ')}`)
}
