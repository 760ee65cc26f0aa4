import { CircleAlert } from 'lucide-react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useProblemText } from '../../i18n/useProblemText.ts'
import { Tooltip } from '../../ui/overlay/Tooltip.tsx'
import badge from '../card/ProblemBadge.module.css'
import type { InnerProblem } from './blockCard.ts'

/** Sentences that fit beside a card. */
const most = 6

/** What is wrong inside a block: how much, and the sentences with their nodes' names on hover and focus. */
export function InnerProblems({ inner }: { readonly inner: readonly InnerProblem[] }) {
  const { t } = useTranslation()
  const problemText = useProblemText()
  const sentences = inner.slice(0, most).map(({ node, name, type, problem }) => (
    <p key={`${node} ${JSON.stringify(problem)}`}>
      <strong>{name}</strong> {problemText(problem, type)}
    </p>
  ))
  return (
    <Tooltip
      text={
        <span className={badge['sentences']}>
          {sentences}
          {inner.length > most && <p>{t('model.groups.moreProblems', { count: inner.length - most })}</p>}
        </span>
      }
      placement="top"
    >
      <Button
        className={`nodrag nopan ${badge['mark']}`}
        aria-label={t('model.groups.problemsInside', { count: inner.length })}
      >
        <CircleAlert aria-hidden />
        {inner.length > 1 && <span>{inner.length}</span>}
      </Button>
    </Tooltip>
  )
}
