import { Gauge } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Run } from '../../shared/run.ts'
import { formatCount } from '../i18n/format.ts'
import { RunData } from '../runs/RunData.tsx'
import { RunList } from '../runs/RunList.tsx'
import { useSelectedRun } from '../store/runs.ts'
import { setPanels, showWorkspace, useSession } from '../store/session.ts'
import { Button } from '../ui/buttons/Button.tsx'
import { EmptyState } from '../ui/feedback/EmptyState.tsx'
import { Panel } from '../ui/layout/Panel.tsx'
import { SplitLayout } from '../ui/layout/SplitLayout.tsx'
import styles from './EvaluateWorkspace.module.css'
import { MetricsTable } from './MetricsTable.tsx'
import { PredictionTable } from './PredictionTable.tsx'
import { TryForm } from './TryForm.tsx'

/** Evaluate: how good the selected run's model is, part by part, and what it says of raw rows. */
export function EvaluateWorkspace() {
  const { t } = useTranslation()
  const widths = useSession(({ panels }) => panels['evaluate'])
  const run = useSelectedRun()
  const result = run?.result
  return (
    <SplitLayout
      navigator={{ title: t('train.runs'), content: <RunList /> }}
      details={
        run && result
          ? {
              title: t('evaluate.try'),
              content: (
                <Panel title={t('evaluate.try')}>
                  <TryForm key={run.id} runId={run.id} result={result} />
                </Panel>
              ),
            }
          : undefined
      }
      widths={[widths?.[0] ?? 15, widths?.[1] ?? 18]}
      onWidths={(sizes) => setPanels('evaluate', sizes)}
    >
      {run && result ? <Result run={run} result={result} /> : <NothingYet />}
    </SplitLayout>
  )
}

function NothingYet() {
  const { t } = useTranslation()
  return (
    <EmptyState
      icon={<Gauge aria-hidden />}
      title={t('evaluate.emptyTitle')}
      text={t('evaluate.emptyText')}
      actions={<Button onPress={() => showWorkspace('train')}>{t('evaluate.goToTrain')}</Button>}
    />
  )
}

function Result({ run, result }: { readonly run: Run; readonly result: NonNullable<Run['result']> }) {
  const { t } = useTranslation()
  const { rows, bestEpoch, epochs } = result
  const restored = bestEpoch !== undefined && bestEpoch !== epochs
  return (
    <div className={styles['work']}>
      <section className={styles['part']}>
        <h2 className={styles['title']}>{t('evaluate.metrics', { number: run.number })}</h2>
        <p className={styles['note']}>
          {t('evaluate.rows', {
            train: formatCount(rows.train),
            validation: formatCount(rows.validation),
            test: formatCount(rows.test),
            dropped: formatCount(rows.dropped),
          })}
          {restored && ` ${t('evaluate.restored', { epoch: bestEpoch })}`}
        </p>
        <MetricsTable result={result} />
        <RunData run={run} />
      </section>
      <section className={styles['part']}>
        <h2 className={styles['title']}>{t('evaluate.predictions')}</h2>
        <p className={styles['note']}>{t('evaluate.predictionsNote')}</p>
        <PredictionTable result={result} />
      </section>
    </div>
  )
}
