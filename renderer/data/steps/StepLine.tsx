import { CircleHelp, GripVertical, MoreHorizontal, Power } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { moveStep, removeStep, switchStep } from '../../../shared/edits/steps.ts'
import { isKnownStep } from '../../../shared/prep/steps/step.ts'
import type { StepOutcome } from '../../../shared/stepReport.ts'
import { formatCount } from '../../i18n/format.ts'
import { problemText } from '../../i18n/problemText.ts'
import { edit } from '../../store/document.ts'
import { IconButton } from '../../ui/buttons/IconButton.tsx'
import { Menu } from '../../ui/overlay/Menu.tsx'
import styles from './Steps.module.css'
import { editStep } from './editStep.ts'
import type { StepItem } from './stepItems.ts'
import { stepIcons } from './stepKinds.ts'
import { stepSummary } from './stepSummary.ts'

interface StepLineProps {
  readonly item: StepItem
  readonly count: number
}

/** One step in the list: what it is and says, what it does to the data or what is wrong with it, and what can be done with it. */
export function StepLine({ item, count }: StepLineProps) {
  const { t } = useTranslation()
  const { step, index, outcome, problem } = item
  const isOff = step.off === true
  const Icon = isKnownStep(step) ? stepIcons[step.kind] : CircleHelp
  return (
    <div className={styles['line']} data-off={isOff || undefined}>
      <AriaButton
        slot="drag"
        className={styles['grip'] ?? ''}
        aria-label={t('data.steps.drag', { number: index + 1 })}
      >
        <GripVertical aria-hidden />
      </AriaButton>
      <span className={styles['number']}>{index + 1}</span>
      <Icon className={styles['icon']} aria-hidden />
      <span className={styles['words']}>
        <span className={styles['kind']}>
          {isKnownStep(step)
            ? t(`data.steps.kinds.${step.kind}`)
            : t('data.steps.unknown', { kind: step.kind })}
        </span>
        <span className={styles['summary']}>{isKnownStep(step) ? stepSummary(t, step) : ''}</span>
        {problem ? (
          <span className={styles['problem']}>{problemText(problem)}</span>
        ) : (
          <span className={styles['outcome']}>
            {isOff ? t('data.steps.isOff') : <Outcome outcome={outcome} />}
          </span>
        )}
      </span>
      <IconButton
        label={t(isOff ? 'data.steps.switchOn' : 'data.steps.switchOff', { number: index + 1 })}
        icon={<Power aria-hidden />}
        size="small"
        onPress={() => editStep(index, (project) => switchStep(project, index))}
      />
      <MoreMenu index={index} count={count} />
    </div>
  )
}

/** How many rows or cells a step changes. */
function Outcome({ outcome }: { readonly outcome: StepOutcome | undefined }) {
  const { t } = useTranslation()
  if (!outcome) return null
  const { dropped, left, changed, missing } = outcome
  const words = []
  if (dropped !== undefined)
    words.push(
      t('data.steps.dropped', {
        count: dropped,
        formatted: formatCount(dropped),
        left: formatCount(left ?? 0),
      }),
    )
  if (changed !== undefined)
    words.push(t('data.steps.changed', { count: changed, formatted: formatCount(changed) }))
  if (changed === undefined && missing !== undefined)
    words.push(t('data.steps.missingCells', { count: missing, formatted: formatCount(missing) }))
  return words.join(' · ')
}

/** What else can be done with a step. */
function MoreMenu({ index, count }: Omit<StepLineProps, 'item'> & Pick<StepItem, 'index'>) {
  const { t } = useTranslation()
  const label = t('data.steps.more', { number: index + 1 })
  const move = (to: number) => void edit((project) => moveStep(project, index, to))
  const up = { id: 'up', label: t('data.steps.up'), isDisabled: index === 0, run: () => move(index - 1) }
  const down = {
    id: 'down',
    label: t('data.steps.down'),
    isDisabled: index === count - 1,
    run: () => move(index + 1),
  }
  const remove = {
    id: 'delete',
    label: t('data.steps.delete'),
    isDanger: true,
    run: () => void edit((project) => removeStep(project, index)),
  }
  return (
    <Menu
      label={label}
      placement="bottom end"
      trigger={<IconButton label={label} icon={<MoreHorizontal aria-hidden />} size="small" />}
      groups={[
        { id: 'order', items: [up, down] },
        { id: 'end', items: [remove] },
      ]}
    />
  )
}
