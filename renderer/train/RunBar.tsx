import { useTranslation } from 'react-i18next'
import { useEngines } from '../frame/useEngines.ts'
import { formatCount } from '../i18n/format.ts'
import { problemText } from '../i18n/problemText.ts'
import type { RunCourse, RunProgress } from '../store/runs.ts'
import { useRuns } from '../store/runs.ts'
import { Notice } from '../ui/feedback/Notice.tsx'
import { ProgressBar } from '../ui/feedback/ProgressBar.tsx'
import styles from './RunBar.module.css'
import { StateBadge } from '../runs/StateBadge.tsx'

/** The head of a run: which, in what state, how far, and what went wrong. */
export function RunBar({ course }: { readonly course: RunCourse }) {
  const { t } = useTranslation()
  const summary = useRuns(({ runs }) => runs.find(({ id }) => id === course.id))
  const startProblem = useRuns((state) => state.startProblem)
  const problem = startProblem ?? course.problem
  return (
    <header className={styles['bar']}>
      <div className={styles['line']}>
        <h2 className={styles['title']}>{t('train.runNumber', { number: summary?.number ?? 1 })}</h2>
        <StateBadge state={course.state} />
        <Facts course={course} engine={summary?.engine} seed={summary?.seed} />
      </div>
      {course.progress && <Progress progress={course.progress} />}
      {problem && <Notice tone="danger">{problemText(problem)}</Notice>}
    </header>
  )
}

function Progress({ progress }: { readonly progress: RunProgress }) {
  const { t } = useTranslation()
  const { epoch, epochs, step, stepsPerEpoch } = progress
  const all = epochs * stepsPerEpoch
  const text =
    step === 0
      ? t('train.preparing')
      : t('train.progress', { epoch, epochs, step: step - (epoch - 1) * stepsPerEpoch, steps: stepsPerEpoch })
  return (
    <ProgressBar
      label={t('train.progressLabel')}
      isLabelHidden
      value={all > 0 ? step / all : null}
      text={text}
    />
  )
}

function Facts({
  course,
  engine,
  seed,
}: {
  course: RunCourse
  engine: string | undefined
  seed: number | undefined
}) {
  const { t } = useTranslation()
  const engines = useEngines()
  const speed = course.progress?.samplesPerSecond
  const title = engine === 'auto' ? t('app.engine.auto') : engines.find(({ id }) => id === engine)?.title
  const facts = [
    title ?? engine,
    seed !== undefined && t('train.seedNumber', { seed }),
    speed ? t('train.speed', { samples: formatCount(speed) }) : false,
  ].filter(Boolean)
  return <p className={styles['facts']}>{facts.join(' · ')}</p>
}
