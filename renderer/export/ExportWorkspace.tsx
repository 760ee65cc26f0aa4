import { PackageOpen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { RunList } from '../runs/RunList.tsx'
import { useSelectedRun } from '../store/runs.ts'
import { setPanels, showWorkspace, useSession } from '../store/session.ts'
import { Button } from '../ui/buttons/Button.tsx'
import { EmptyState } from '../ui/feedback/EmptyState.tsx'
import { SplitLayout } from '../ui/layout/SplitLayout.tsx'
import { ExportCard } from './ExportCard.tsx'
import styles from './ExportWorkspace.module.css'

/** Export: the selected run's trained model, for use outside Layerloom. */
export function ExportWorkspace() {
  const { t } = useTranslation()
  const widths = useSession(({ panels }) => panels['export'])
  const run = useSelectedRun()
  return (
    <SplitLayout
      navigator={{ title: t('train.runs'), content: <RunList /> }}
      widths={[widths?.[0] ?? 15, 0]}
      onWidths={(sizes) => setPanels('export', sizes)}
    >
      {run?.result ? (
        <div className={styles['work']}>
          <h2 className={styles['title']}>{t('export.title', { number: run.number })}</h2>
          <ExportCard key={run.id} runId={run.id} />
        </div>
      ) : (
        <EmptyState
          icon={<PackageOpen aria-hidden />}
          title={t('export.emptyTitle')}
          text={t('export.emptyText')}
          actions={<Button onPress={() => showWorkspace('train')}>{t('evaluate.goToTrain')}</Button>}
        />
      )}
    </SplitLayout>
  )
}
