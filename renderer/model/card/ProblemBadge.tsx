import { CircleAlert } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../../shared/problems.ts'
import { useProblemText } from '../useProblemText.ts'
import styles from './ProblemBadge.module.css'

interface ProblemBadgeProps {
  readonly problems: readonly Problem[]
  /** Of the node. */
  readonly type: string
}

/** What is wrong with a node: a mark, and the sentences on hover and focus. */
export function ProblemBadge({ problems, type }: ProblemBadgeProps) {
  const { t } = useTranslation()
  const problemText = useProblemText()
  const id = useId()
  return (
    <div className={styles['badge']}>
      <button
        type="button"
        className={`nodrag ${styles['mark']}`}
        aria-label={t('model.node.problems', { count: problems.length })}
        aria-describedby={id}
      >
        <CircleAlert aria-hidden />
        {problems.length > 1 && <span>{problems.length}</span>}
      </button>
      <div className={styles['sentences']} id={id} role="tooltip">
        {problems.map((problem) => (
          <p key={JSON.stringify(problem)}>{problemText(problem, type)}</p>
        ))}
      </div>
    </div>
  )
}
