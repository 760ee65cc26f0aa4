import { useTranslation } from 'react-i18next'
import type { Run } from '../../shared/run.ts'
import { fileName } from '../../shared/sourceName.ts'
import { formatCount } from '../i18n/format.ts'
import { useProfile } from '../store/table.ts'
import { Badge } from '../ui/feedback/Badge.tsx'
import styles from './RunData.module.css'

/** The files a run was trained on, each by its hash, and whether the project's file is another one now. */
export function RunData({ run }: { readonly run: Run }) {
  const { t } = useTranslation()
  if (run.data.length === 0) return null
  return (
    <dl className={styles['data']} aria-label={t('train.runData.title')}>
      <dt>{t('train.runData.title')}</dt>
      {run.data.map((data) => (
        <DataFile key={data.source} {...data} />
      ))}
    </dl>
  )
}

function DataFile({ source, file, sha256, rows }: Run['data'][number]) {
  const { t } = useTranslation()
  const now = useProfile(source)?.sha256
  return (
    <dd>
      <span title={file}>{fileName(file)}</span>
      <span>{t('train.runData.rows', { count: rows, formatted: formatCount(rows) })}</span>
      <code title={sha256}>{sha256.slice(0, 12)}…</code>
      {now !== undefined && now !== sha256 && <Badge tone="warn">{t('train.runData.changed')}</Badge>}
    </dd>
  )
}
