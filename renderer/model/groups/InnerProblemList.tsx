import { useTranslation } from 'react-i18next'
import { useProblemText } from '../../i18n/useProblemText.ts'
import { useAnalysis } from '../../store/analysis.ts'
import { useProject } from '../../store/document.ts'
import { selectNodes } from '../../store/session.ts'
import { innerProblems } from './blockCard.ts'
import styles from './GroupInspector.module.css'

/** What is wrong with the nodes of a group; choosing one goes to its node. */
export function InnerProblemList({ members }: { readonly members: readonly string[] }) {
  const { t } = useTranslation()
  const problemText = useProblemText()
  const project = useProject((all) => all)
  const analysis = useAnalysis((all) => all)
  const inner = innerProblems(project, analysis, members)
  if (inner.length === 0) return null
  return (
    <ul className={styles['problems']} aria-label={t('model.groups.problemsInside', { count: inner.length })}>
      {inner.map(({ node, name, type, problem }) => (
        <li key={`${node} ${JSON.stringify(problem)}`}>
          <button type="button" className={styles['problem']} onClick={() => selectNodes([node])}>
            <strong>{name}</strong> {problemText(problem, type)}
          </button>
        </li>
      ))}
    </ul>
  )
}
