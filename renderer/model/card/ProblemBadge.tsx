import { CircleAlert } from 'lucide-react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../../shared/problems.ts'
import { Tooltip } from '../../ui/overlay/Tooltip.tsx'
import { useProblemText } from '../../i18n/useProblemText.ts'
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
  const sentences = problems.map((problem) => (
    <p key={JSON.stringify(problem)}>{problemText(problem, type)}</p>
  ))
  return (
    <Tooltip text={<span className={styles['sentences']}>{sentences}</span>} placement="top">
      <Button
        className={`nodrag nopan ${styles['mark']}`}
        aria-label={t('model.node.problems', { count: problems.length })}
      >
        <CircleAlert aria-hidden />
        {problems.length > 1 && <span>{problems.length}</span>}
      </Button>
    </Tooltip>
  )
}
