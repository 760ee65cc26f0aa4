import { Workflow } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import styles from './EmptyCanvas.module.css'

/** What an empty graph says: the next step. Lets the pointer through to the canvas. */
export function EmptyCanvas() {
  const { t } = useTranslation()
  return (
    <div className={styles['empty']}>
      <EmptyState
        icon={<Workflow aria-hidden />}
        title={t('model.canvas.emptyTitle')}
        text={t('model.canvas.emptyText')}
      />
    </div>
  )
}
