import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemText } from '../../i18n/useProblemText.ts'
import { focusNode } from '../canvas/focusNode.ts'
import { categoryHue } from '../card/categoryHue.ts'
import { categoryIcon } from '../card/categoryIcon.ts'
import styles from './ProblemGroups.module.css'
import type { ProblemGroup } from './problemGroups.ts'
import { RepairButtons } from './RepairButtons.tsx'

/** More would be more than anyone reads; the rest shows as these are mended. */
const most = 100

/** Up and down go from node to node. */
const walk = (event: KeyboardEvent<HTMLElement>) => {
  const direction = event.code === 'ArrowDown' ? 1 : event.code === 'ArrowUp' ? -1 : 0
  if (direction === 0 || event.nativeEvent.isComposing) return
  const heads = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-head]')]
  const now = heads.findIndex((head) => head.closest('li')?.contains(document.activeElement))
  const next = heads[Math.min(heads.length - 1, Math.max(0, now + direction))]
  if (!next) return
  event.preventDefault()
  next.focus()
}

/** The problems of a model, node by node, each with the ways to mend it; a node's name leads to it. */
export function ProblemGroups({ groups }: { readonly groups: readonly ProblemGroup[] }) {
  const { t } = useTranslation()
  return (
    <>
      <ul className={styles['groups']} onKeyDown={walk}>
        {groups.slice(0, most).map((group) => (
          <Group key={group.id ?? ''} {...group} />
        ))}
      </ul>
      {groups.length > most && (
        <p className={styles['more']}>{t('model.problems.more', { count: groups.length - most })}</p>
      )}
    </>
  )
}

function Group({ id, name, type, category, problems }: ProblemGroup) {
  const { t } = useTranslation()
  const problemText = useProblemText()
  const Icon = categoryIcon[category]
  return (
    <li className={styles['group']} style={categoryHue(category)}>
      {id === null ? (
        <strong className={styles['head']} data-head tabIndex={-1}>
          {t('model.summary.wholeModel')}
        </strong>
      ) : (
        <button type="button" className={styles['head']} data-head onClick={() => focusNode(id)}>
          <Icon aria-hidden />
          {name}
        </button>
      )}
      <ul className={styles['problems']}>
        {problems.map((problem) => (
          <li key={JSON.stringify(problem)} className={styles['problem']}>
            <p>{problemText(problem, type)}</p>
            <RepairButtons id={id} type={type} problem={problem} />
          </li>
        ))}
      </ul>
    </li>
  )
}
