import { useTranslation } from 'react-i18next'
import { formatBytes } from '../../i18n/format.ts'
import { cancelReading, readSource, type SourceState } from '../../store/table.ts'
import { Button } from '../../ui/buttons/Button.tsx'
import { ProgressBar } from '../../ui/feedback/ProgressBar.tsx'
import styles from './TableBar.module.css'

interface ReadingLineProps {
  readonly source: string
  readonly file: string
  readonly state: SourceState
}

/** How far the reading of a source is and a way to stop it, or to begin again once it was stopped. */
export function ReadingLine({ source, file, state }: ReadingLineProps) {
  const { t } = useTranslation()
  if (state.kind === 'stopped') {
    return (
      <div className={styles['stopped']}>
        <span>{t('data.table.stopped')}</span>
        <Button size="small" onPress={() => void readSource(source)}>
          {t('data.table.readOn')}
        </Button>
      </div>
    )
  }
  if (state.kind !== 'reading') return null
  const { bytes, total } = state
  return (
    <div className={styles['progress']}>
      <span className={styles['label']}>{t('data.reading', { file })}</span>
      <span className={styles['rows']}>
        {total > 0 && t('data.readingOf', { bytes: formatBytes(bytes), total: formatBytes(total) })}
      </span>
      <ProgressBar
        label={t('data.reading', { file })}
        isLabelHidden
        // When all bytes are there the columns are still to be profiled.
        value={total > 0 && bytes < total ? bytes / total : null}
        cancelLabel={t('data.stopReading')}
        onCancel={() => cancelReading(source)}
      />
    </div>
  )
}
