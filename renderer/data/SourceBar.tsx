import { FileSpreadsheet } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Source } from '../../shared/project.ts'
import type { TableProfile } from '../../shared/table.ts'
import { formatBytes, formatCount } from '../i18n/format.ts'
import { useKnownProfile } from '../store/table.ts'
import { AddSource } from './AddSource.tsx'
import { BadRows } from './BadRows.tsx'
import { DialectChips } from './DialectChips.tsx'
import { sourceName } from '../../shared/sourceName.ts'
import styles from './SourceBar.module.css'
import { SurveyChip } from './survey/SurveyChip.tsx'
import { SourceMenu } from './SourceMenu.tsx'

interface SourceBarProps {
  readonly source: Source
  /** Null until the file is read. */
  readonly profile: TableProfile | null
}

/** The head of a source: which file, how large, how it was read, and what in it did not fit. */
export function SourceBar({ source, profile }: SourceBarProps) {
  const { t } = useTranslation()
  const known = useKnownProfile(source.id)
  return (
    <header className={styles['bar']}>
      <FileSpreadsheet className={styles['icon']} aria-hidden />
      <h2 className={styles['name']} title={source.file}>
        {sourceName(source)}
      </h2>
      <span className={styles['size']}>
        {profile &&
          t('data.size', {
            rows: formatCount(profile.rows),
            count: profile.columns.length,
            columns: formatCount(profile.columns.length),
            bytes: formatBytes(profile.bytes),
          })}
      </span>
      <div className={styles['actions']}>
        <SurveyChip />
        {profile && <BadRows source={source.id} profile={profile} />}
        <AddSource isSmall />
        <SourceMenu source={source} />
      </div>
      {known && (
        <div className={styles['reading']}>
          <DialectChips source={source} dialect={known.dialect} />
        </div>
      )}
    </header>
  )
}
