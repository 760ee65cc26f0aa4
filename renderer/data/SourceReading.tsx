import { useTranslation } from 'react-i18next'
import { formatBytes } from '../i18n/format.ts'
import { ProgressBar } from '../ui/feedback/ProgressBar.tsx'
import { fileName } from './fileName.ts'
import styles from './SourceReading.module.css'

interface SourceReadingProps {
  readonly file: string
  readonly bytes: number
  /** 0 while it is not known. */
  readonly total: number
}

const lines = 14

/** A source that is being read: how far, in the place where its rows will be. */
export function SourceReading({ file, bytes, total }: SourceReadingProps) {
  const { t } = useTranslation()
  return (
    <div className={styles['reading']}>
      <div className={styles['progress']}>
        <ProgressBar
          label={t('data.reading', { file: fileName(file) })}
          value={total > 0 ? bytes / total : null}
          {...(total > 0
            ? { text: t('data.readingOf', { bytes: formatBytes(bytes), total: formatBytes(total) }) }
            : {})}
        />
      </div>
      <div className={styles['rows']} aria-hidden>
        {Array.from({ length: lines }, (_, line) => (
          <span key={line} className={styles['row']} />
        ))}
      </div>
    </div>
  )
}
