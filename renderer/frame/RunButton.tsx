import { Play, Square } from 'lucide-react'
import type { TFunction } from 'i18next'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { attempt } from '../files/attempt.ts'
import { problemText } from '../i18n/problemText.ts'
import { analysisOf, placedProblems } from '../store/analysis.ts'
import { type Command, useCommands } from '../store/commands.ts'
import { currentProject, useDocument } from '../store/document.ts'
import { startRun, stopRun } from '../store/runActions.ts'
import { type RunCourse, runsStore, useRuns } from '../store/runs.ts'
import { showWorkspace } from '../store/session.ts'
import { Button } from '../ui/buttons/Button.tsx'
import { ProgressBar } from '../ui/feedback/ProgressBar.tsx'
import { showToast } from '../ui/toasts/toasts.ts'
import { showProblem } from './showProblem.ts'
import styles from './TopBar.module.css'

/** Starts training, or says what keeps the model from it and leads there. */
const train = (t: TFunction) => {
  const problems = placedProblems(analysisOf(currentProject()))
  const first = problems[0]
  if (!first) {
    showWorkspace('train')
    return attempt(async () => {
      await startRun()
      const { startProblem, selected } = runsStore.getState()
      // Train says it at the run that it shows.
      if (startProblem && selected === null) showToast({ text: problemText(startProblem), tone: 'danger' })
    })
  }
  showToast({
    text: `${t('app.train.blocked', { count: problems.length })} ${problemText(first.problem)}`,
    tone: 'danger',
    action: { label: t('app.train.showProblem'), run: () => showProblem(first) },
  })
}

/** For a moment after a run ended: a press that was meant for Stop must not start another run. */
function useJustEnded(live: string | null): boolean {
  const [ended, setEnded] = useState<string | null>(null)
  useEffect(() => {
    if (live === null) return
    return () => {
      setEnded(live)
      setTimeout(() => setEnded(null), 700)
    }
  }, [live])
  return ended !== null
}

/** The one button that trains; while a run is under way, its progress and the button that stops it. */
export function RunButton() {
  const { t } = useTranslation()
  const live = useRuns((state) => state.live)
  const course = useRuns((state) => (state.live === null ? undefined : state.courses[state.live]))
  const readOnly = useDocument((state) => state.readOnly)
  const justEnded = useJustEnded(live)
  const commands = useMemo((): readonly Command[] => {
    const group = t('app.workspace.train')
    const shortcut = { code: 'Enter', mod: true }
    return live === null
      ? [
          {
            id: 'run.train',
            group,
            label: t('app.command.train'),
            shortcut,
            worksInText: true,
            isEnabled: !readOnly,
            run: () => train(t),
          },
        ]
      : [{ id: 'run.stop', group, label: t('app.command.stop'), run: () => attempt(stopRun) }]
  }, [t, live, readOnly])
  useCommands('run', commands)
  return (
    <div className={styles['run']}>
      {course && <Progress course={course} />}
      {live === null ? (
        <Button variant="primary" icon={<Play />} isDisabled={readOnly || justEnded} onPress={() => train(t)}>
          {t('app.train.start')}
        </Button>
      ) : (
        <Button icon={<Square />} onPress={() => attempt(stopRun)}>
          {t('app.train.stop')}
        </Button>
      )}
    </div>
  )
}

function Progress({ course }: { readonly course: RunCourse }) {
  const { t } = useTranslation()
  const { state, progress } = course
  const total = progress ? progress.epochs * progress.stepsPerEpoch : 0
  const isStarted = progress !== null && progress.step > 0 && total > 0
  const text = isStarted
    ? t('app.train.epoch', { epoch: progress.epoch, epochs: progress.epochs })
    : t(state === 'queued' ? 'app.train.queued' : 'app.train.starting')
  return (
    <div className={styles['progress']}>
      <ProgressBar
        label={t('app.train.progress')}
        isLabelHidden
        value={isStarted ? progress.step / total : null}
        text={text}
      />
    </div>
  )
}
