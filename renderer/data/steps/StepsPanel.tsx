import { ListOrdered, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addStep } from '../../../shared/edits/steps.ts'
import type { Problem } from '../../../shared/problems.ts'
import type { ColumnProfile } from '../../../shared/table.ts'
import { formatCount } from '../../i18n/format.ts'
import { problemText } from '../../i18n/problemText.ts'
import { documentStore, edit, useProject } from '../../store/document.ts'
import { useStepReport } from '../../store/stepReport.ts'
import { Button } from '../../ui/buttons/Button.tsx'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { Notice } from '../../ui/feedback/Notice.tsx'
import { Menu } from '../../ui/overlay/Menu.tsx'
import { newStep } from './newStep.ts'
import { StepForm } from './StepForm.tsx'
import { stepId } from './stepIds.ts'
import { stepIcons, stepKindGroups, type StepKindName } from './stepKinds.ts'
import { StepList } from './StepList.tsx'
import styles from './Steps.module.css'
import { useStepColumns } from './useStepColumns.ts'

/** What is done with the rows before they are divided and encoded: the steps in order, and the settings of the selected one. */
export function StepsPanel({ looked }: { readonly looked: ColumnProfile | undefined }) {
  const { t } = useTranslation()
  const columns = useStepColumns()
  const steps = useProject(({ data }) => data.steps)
  const [selected, setSelected] = useState<string | null>(null)
  const add = (kind: StepKindName) => {
    const words = { made: t('data.steps.newName'), other: t('data.steps.otherName') }
    edit((project) => addStep(project, newStep(kind, columns, looked, words)))
    const added = documentStore.getState().project?.data.steps.at(-1)
    if (added) setSelected(stepId(added))
  }
  const shown = steps.findIndex((step) => stepId(step) === selected)
  const adding = <AddStep onAdd={add} isFirst={steps.length === 0} />
  if (steps.length === 0)
    return (
      <EmptyState
        icon={<ListOrdered aria-hidden />}
        title={t('data.steps.emptyTitle')}
        text={t('data.steps.emptyText')}
        actions={adding}
      />
    )
  return (
    <div className={styles['panel']}>
      <div className={styles['bar']}>
        <Rows />
        {adding}
      </div>
      <StepList selected={shown < 0 ? null : selected} onSelect={setSelected} />
      {shown < 0 ? (
        <p className={styles['note']}>{t('data.steps.choose')}</p>
      ) : (
        <StepForm key={selected} index={shown} columns={columns} />
      )}
    </div>
  )
}

function AddStep({
  onAdd,
  isFirst,
}: {
  readonly onAdd: (kind: StepKindName) => void
  readonly isFirst: boolean
}) {
  const { t } = useTranslation()
  return (
    <Menu
      label={t('data.steps.add')}
      placement={isFirst ? 'bottom start' : 'bottom end'}
      trigger={
        <Button
          size={isFirst ? 'medium' : 'small'}
          variant={isFirst ? 'primary' : 'plain'}
          icon={<Plus aria-hidden />}
        >
          {t('data.steps.add')}
        </Button>
      }
      groups={stepKindGroups.map(({ id, kinds }) => ({
        id,
        title: t(`data.steps.groups.${id}`),
        items: kinds.map((kind) => {
          const Icon = stepIcons[kind]
          return {
            id: kind,
            label: t(`data.steps.kinds.${kind}`),
            icon: <Icon aria-hidden />,
            run: () => onAdd(kind),
          }
        }),
      }))}
    />
  )
}

/** How many rows there are before and after all steps, or why that is not known. */
function Rows() {
  const { t } = useTranslation()
  const { report, problem, isWorking } = useStepReport()
  const flaw: Problem | null =
    problem ?? (report?.problem?.values?.['step'] === undefined ? (report?.problem ?? null) : null)
  if (isWorking) return <p className={styles['rows']}>{t('data.steps.working')}</p>
  if (flaw) return <Notice tone="danger">{problemText(flaw)}</Notice>
  if (!report || report.problem) return <p className={styles['rows']} />
  const { before, after } = report.rows
  return (
    <p className={styles['rows']}>
      {before === after
        ? t('data.steps.rowsAll', { count: before, formatted: formatCount(before) })
        : t('data.steps.rowsOf', { before: formatCount(before), after: formatCount(after) })}
    </p>
  )
}
