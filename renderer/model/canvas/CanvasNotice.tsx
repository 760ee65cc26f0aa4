import { CircleAlert, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { problemText } from '../../i18n/problemText.ts'
import { IconButton } from '../../ui/buttons/IconButton.tsx'
import styles from './CanvasNotice.module.css'
import { canvasStore } from './canvasStore.ts'

/** Why the last gesture changed nothing; stays until the next one or until it is dismissed. */
export function CanvasNotice() {
  const { t } = useTranslation()
  const refusal = useStore(canvasStore, (state) => state.refusal)
  return (
    <div className={styles['place']} role="status">
      {refusal && (
        <div className={styles['notice']}>
          <CircleAlert aria-hidden />
          <span>{refusal.code === 'cycle' ? t('model.canvas.loop') : problemText(refusal)}</span>
          <IconButton
            label={t('model.canvas.dismiss')}
            icon={<X />}
            size="small"
            onPress={() => canvasStore.setState({ refusal: null })}
          />
        </div>
      )}
    </div>
  )
}
