import { useTranslation } from 'react-i18next'
import type { JoinCounts } from '../../shared/contract.ts'
import type { SourceRole } from '../../shared/edits/manageSources.ts'
import type { Source } from '../../shared/project.ts'
import { sourceName } from '../../shared/sourceName.ts'
import type { ColumnProfile } from '../../shared/table.ts'
import { formatCount } from '../i18n/format.ts'
import { Notice } from '../ui/feedback/Notice.tsx'
import { ColumnChoice } from './ColumnChoice.tsx'
import styles from './SourceForm.module.css'
import { useJoinCounts } from './useJoinCounts.ts'

type KeyJoin = Extract<SourceRole, { by: 'key' }>

interface KeyFormProps {
  readonly source: Source
  readonly main: Source
  readonly join: KeyJoin
  readonly columns: readonly ColumnProfile[]
  readonly mainColumns: readonly ColumnProfile[]
  readonly onChange: (join: KeyJoin) => void
}

/** The two columns whose equal cells say which rows belong together, and how many do. */
export function KeyForm({ source, main, join, columns, mainColumns, onChange }: KeyFormProps) {
  const { t } = useTranslation()
  return (
    <>
      <ColumnChoice
        label={t('data.source.ownKey', { source: sourceName(source) })}
        columns={columns}
        value={join.column}
        isRequired
        onChange={(column) => column !== undefined && onChange({ ...join, column })}
      />
      <ColumnChoice
        label={t('data.source.mainKey', { source: sourceName(main) })}
        columns={mainColumns}
        value={join.with}
        isRequired
        onChange={(column) => column !== undefined && onChange({ ...join, with: column })}
      />
      <Meeting source={source} main={main} />
    </>
  )
}

function Meeting({ source, main }: Pick<KeyFormProps, 'source' | 'main'>) {
  const { t } = useTranslation()
  const counted = useJoinCounts(source, main)
  if (!counted) return <p className={styles['note']}>{t('data.source.counting')}</p>
  if (!counted.counts) return <Notice tone="danger">{counted.problem}</Notice>
  return <Counts counts={counted.counts} source={source} main={main} />
}

interface CountsProps extends Pick<KeyFormProps, 'source' | 'main'> {
  readonly counts: JoinCounts
}

function Counts({ counts, source, main }: CountsProps) {
  const { t } = useTranslation()
  const { rows, matched, duplicateKeys, unmatchedKeys } = counts
  const names = { source: sourceName(source), main: sourceName(main) }
  const lines = [
    { id: 'matched', count: matched, examples: [] },
    { id: 'unmatched', count: counts.unmatched, examples: unmatchedKeys },
    { id: 'withoutKey', count: counts.withoutKey, examples: [] },
    { id: 'duplicates', count: counts.duplicates, examples: duplicateKeys },
    { id: 'unused', count: counts.unused, examples: [] },
  ] as const
  return (
    <div className={styles['counts']} role="group" aria-label={t('data.source.meeting')}>
      <div className={styles['bar']} aria-hidden>
        <span className={styles['matched']} style={{ width: `${rows > 0 ? (matched / rows) * 100 : 0}%` }} />
      </div>
      <ul>
        {lines
          .filter(({ id, count }) => count > 0 || id === 'matched')
          .map(({ id, count, examples }) => (
            <li key={id}>
              <span>{t(`data.source.counts.${id}`, names)}</span>
              <b>{formatCount(count)}</b>
              {examples.length > 0 && (
                <span className={styles['examples']}>
                  {t('data.source.examples', { keys: examples.join(', ') })}
                </span>
              )}
            </li>
          ))}
      </ul>
      {matched === 0 && <Notice tone="danger">{t('data.source.noneMatch')}</Notice>}
      {matched > 0 && counts.duplicates > 0 && <Notice tone="warn">{t('data.source.firstCounts')}</Notice>}
    </div>
  )
}
