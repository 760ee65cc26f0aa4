import { CircleAlert } from 'lucide-react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../../shared/problems.ts'
import { useProblemText } from '../../i18n/useProblemText.ts'
import { Popover } from '../../ui/overlay/Popover.tsx'
import { Tooltip } from '../../ui/overlay/Tooltip.tsx'
import { RepairButtons } from '../problems/RepairButtons.tsx'
import styles from './ProblemBadge.module.css'

interface ProblemBadgeProps {
  /** The node. */
  readonly id: string
  readonly problems: readonly Problem[]
  /** Of the node. */
  readonly type: string
}

/** What is wrong with a node: a mark, the sentences on hover and focus, and the ways to mend it on a press. */
export function ProblemBadge({ id, problems, type }: ProblemBadgeProps) {
  const { t } = useTranslation()
  const problemText = useProblemText()
  const sentences = problems.map((problem) => (
    <p key={JSON.stringify(problem)}>{problemText(problem, type)}</p>
  ))
  const label = t('model.node.problems', { count: problems.length })
  return (
    <Popover
      label={label}
      trigger={
        <Tooltip text={<span className={styles['sentences']}>{sentences}</span>} placement="top">
          <Button className={`nodrag nopan ${styles['mark']}`} aria-label={label}>
            <CircleAlert aria-hidden />
            {problems.length > 1 && <span>{problems.length}</span>}
          </Button>
        </Tooltip>
      }
    >
      {(close) => (
        <ul className={styles['repairs']}>
          {problems.map((problem) => (
            <li key={JSON.stringify(problem)} className={styles['problem']}>
              <p>{problemText(problem, type)}</p>
              <RepairButtons id={id} type={type} problem={problem} onDone={close} />
            </li>
          ))}
        </ul>
      )}
    </Popover>
  )
}
