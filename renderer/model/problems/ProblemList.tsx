import { CircleCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { findNode, layerOf } from '../../../shared/graph.ts'
import { modelNames, nodeTitle } from '../../../shared/names.ts'
import { placedProblems, useAnalysis } from '../../store/analysis.ts'
import { useProject } from '../../store/document.ts'
import { Section } from '../../ui/layout/Section.tsx'
import { useProblemText } from '../../i18n/useProblemText.ts'
import { selectNodes } from '../../store/session.ts'
import styles from './ProblemList.module.css'

/** Everything that keeps the model from training; a line leads to its node. */
export function ProblemList() {
  const { t } = useTranslation()
  const analysis = useAnalysis((all) => all)
  const project = useProject((all) => all)
  const problems = placedProblems(analysis)
  const problemText = useProblemText()
  const typeOf = (id: string | null) => {
    const node = id === null ? undefined : findNode(project, id)
    return (node && layerOf(project, node)?.type) ?? ''
  }
  const { outputs } = modelNames(project)
  const titleOf = (id: string) => {
    const node = findNode(project, id)
    return outputs.get(id) ?? (node ? nodeTitle(project, node) : id)
  }
  if (problems.length === 0)
    return (
      <p className={styles['ok']}>
        <CircleCheck aria-hidden />
        {t('model.summary.noProblems')}
      </p>
    )
  return (
    <Section title={t('model.summary.problems')} note={problems.length}>
      <ul className={styles['list']}>
        {problems.map(({ node, problem }) => (
          <li key={JSON.stringify([node, problem])}>
            {node === null ? (
              <p className={styles['problem']}>
                <strong>{t('model.summary.wholeModel')}</strong>
                {problemText(problem, typeOf(node))}
              </p>
            ) : (
              <button type="button" className={styles['problem']} onClick={() => selectNodes([node])}>
                <strong>{titleOf(node)}</strong>
                {problemText(problem, typeOf(node))}
              </button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
