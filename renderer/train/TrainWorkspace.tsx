import { LineChart } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useProject } from '../store/document.ts'
import { useRuns, useSelectedCourse, useSelectedRun } from '../store/runs.ts'
import { setPanels, useSession } from '../store/session.ts'
import { EmptyState } from '../ui/feedback/EmptyState.tsx'
import { Panel } from '../ui/layout/Panel.tsx'
import { SplitLayout } from '../ui/layout/SplitLayout.tsx'
import { LossChart } from './LossChart.tsx'
import { RunBar } from './RunBar.tsx'
import { RunList } from '../runs/RunList.tsx'
import { TrainButton } from './TrainButton.tsx'
import { TrainingForm } from './TrainingForm.tsx'
import styles from './TrainWorkspace.module.css'

/** Train: the project's runs, the loss of the selected one as it falls, and how the next will be trained. */
export function TrainWorkspace() {
  const { t } = useTranslation()
  const widths = useSession(({ panels }) => panels['train'])
  return (
    <SplitLayout
      navigator={{ title: t('train.runs'), content: <RunList /> }}
      details={{
        title: t('train.settings'),
        content: (
          <Panel title={t('train.settings')}>
            <TrainingForm />
          </Panel>
        ),
      }}
      widths={[widths?.[0] ?? 15, widths?.[1] ?? 20]}
      onWidths={(sizes) => setPanels('train', sizes)}
    >
      <RunView />
    </SplitLayout>
  )
}

function RunView() {
  const { t } = useTranslation()
  const course = useSelectedCourse()
  const run = useSelectedRun()
  const plannedNext = useProject(({ training }) => training.epochs)
  const runs = useRuns((state) => state.runs)
  if (!course || runs.length === 0)
    return (
      <EmptyState
        icon={<LineChart aria-hidden />}
        title={t('train.emptyTitle')}
        text={t('train.emptyText')}
        actions={<TrainButton />}
      />
    )
  const planned = course.progress?.epochs || run?.document.training.epochs || plannedNext
  const isOver = course.progress === null
  const data = {
    outputs: course.outputs,
    epochs: course.epochs,
    steps: course.steps.points,
    stepsPerEpoch:
      course.progress?.stepsPerEpoch || stepsPerEpochOf(course.steps.points, course.epochs.length),
  }
  return (
    <div className={styles['work']}>
      <RunBar course={course} />
      <div className={styles['chart']}>
        <LossChart data={data} plannedEpochs={isOver ? Math.max(1, course.epochs.length) : planned} />
      </div>
    </div>
  )
}

/** Of a run that is over: from its last step, when it got through an epoch. */
const stepsPerEpochOf = (points: readonly (readonly number[])[], epochs: number) =>
  Math.max(1, ((points.at(-1)?.[0] ?? 0) + 1) / Math.max(1, epochs))
