import { Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { RunSummary } from '../../shared/run.ts'
import { formatFigure, formatMoment } from '../i18n/format.ts'
import { useDocument } from '../store/document.ts'
import { deleteRun, selectRun } from '../store/runActions.ts'
import { useRuns } from '../store/runs.ts'
import { IconButton } from '../ui/buttons/IconButton.tsx'
import { classes } from '../ui/classes.ts'
import { Panel } from '../ui/layout/Panel.tsx'
import styles from './RunList.module.css'
import { StateBadge } from './StateBadge.tsx'

/** The project's runs, newest first; the chosen one is shown by Train, Evaluate and Export. */
export function RunList() {
  const { t } = useTranslation()
  const runs = useRuns((state) => state.runs)
  const isSaved = useDocument(({ place }) => place !== null)
  const place = useDocument(({ runsPlace }) => runsPlace)
  return (
    <Panel title={t('train.runs')} isFlush>
      {runs.length === 0 ? (
        <p className={styles['empty']}>{t('train.noRuns')}</p>
      ) : (
        <ul className={styles['list']}>
          {runs.map((run) => (
            <RunEntry key={run.id} run={run} />
          ))}
        </ul>
      )}
      <p className={styles['place']}>{isSaved ? t('train.runsPlace', { place }) : t('train.runsUntitled')}</p>
    </Panel>
  )
}

function RunEntry({ run }: { readonly run: RunSummary }) {
  const { t } = useTranslation()
  const isSelected = useRuns(({ selected }) => selected === run.id)
  const isLive = useRuns(({ live }) => live === run.id)
  const state = useRuns(({ courses }) => courses[run.id]?.state ?? run.state)
  const last = useRuns(({ courses }) => courses[run.id]?.epochs.at(-1))
  const epochs = isLive ? (last?.epoch ?? 0) : run.epochs
  const loss = isLive ? (last?.validation?.loss ?? last?.train.loss ?? null) : run.loss
  const name = t('train.runNumber', { number: run.number })
  return (
    <li className={classes(styles['entry'], isSelected && styles['selected'])}>
      <button
        type="button"
        className={styles['choose']}
        aria-current={isSelected}
        onClick={() => void selectRun(run.id)}
      >
        <span className={styles['top']}>
          <span className={styles['name']}>{name}</span>
          <StateBadge state={state} />
        </span>
        <span className={styles['facts']}>
          {t('train.runFacts', {
            count: epochs,
            loss: loss === null ? '–' : formatFigure(loss),
          })}
        </span>
        <span className={styles['facts']}>{formatMoment(run.createdAt)}</span>
      </button>
      {!isLive && (
        <span className={styles['delete']}>
          <IconButton
            size="small"
            label={t('train.deleteRun', { name })}
            icon={<Trash2 aria-hidden />}
            onPress={() => void deleteRun(run.id)}
          />
        </span>
      )}
    </li>
  )
}
