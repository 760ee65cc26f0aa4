import { useTranslation } from 'react-i18next'
import { formatBytes } from '../i18n/format.ts'
import { cancelReading } from '../store/table.ts'
import { Button } from '../ui/buttons/Button.tsx'
import { ProgressBar } from '../ui/feedback/ProgressBar.tsx'
import { fileName } from '../../shared/sourceName.ts'
import styles from './SourceReading.module.css'

interface SourceReadingProps {
  readonly source: string
  readonly file: string
  readonly bytes: number
  /** 0 while it is not known. */
  readonly total: number
}

/** A source that is being read: how far, in the place where its rows will be, and a way to stop. */
export function SourceReading({ source, file, bytes, total }: SourceReadingProps) {
  const { t } = useTranslation()
  return (
    <div className={styles['reading']}>
      <div className={styles['progress']}>
        <ProgressBar
          label={t('data.reading', { file: fileName(file) })}
          // When all bytes are there the columns are still to be profiled.
          value={total > 0 && bytes < total ? bytes / total : null}
          {...(total > 0
            ? { text: t('data.readingOf', { bytes: formatBytes(bytes), total: formatBytes(total) }) }
            : {})}
        />
        <Button size="small" onPress={() => cancelReading(source)}>
          {t('data.stopReading')}
        </Button>
      </div>
      <div className={styles['rows']} aria-hidden />
    </div>
  )
}
