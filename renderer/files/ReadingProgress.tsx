import { useTranslation } from 'react-i18next'
import { formatBytes } from '../i18n/format.ts'
import { ProgressBar } from '../ui/feedback/ProgressBar.tsx'
import styles from './ChooseTable.module.css'
import type { Reading } from './useWholeTable.ts'

interface ReadingProgressProps {
  readonly reading: Reading
  readonly onCancel: () => void
}

/** How far a file is sent or read, in the place where it was chosen. */
export function ReadingProgress({ reading, onCancel }: ReadingProgressProps) {
  const { t } = useTranslation()
  const { name, bytes, total } = reading
  return (
    <div className={styles['sending']}>
      <ProgressBar
        label={t('files.sending', { name })}
        // When all bytes are there the columns are still to be profiled.
        value={total > 0 && bytes < total ? bytes / total : null}
        text={total > 0 ? `${formatBytes(bytes)} / ${formatBytes(total)}` : ''}
        cancelLabel={t('app.cancel')}
        onCancel={onCancel}
      />
    </div>
  )
}
