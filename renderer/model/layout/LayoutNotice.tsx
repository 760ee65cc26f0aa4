import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { Button } from '../../ui/buttons/Button.tsx'
import { canvasStore } from '../canvas/canvasStore.ts'
import styles from './LayoutNotice.module.css'
import { cancelLayout } from './tidyGraph.ts'

/** A layout that is done sooner needs no word. */
const patience = 400

/** Says that a large graph is being laid out, with a way to stop it. */
export function LayoutNotice() {
  const { t } = useTranslation()
  const layout = useStore(canvasStore, (state) => state.layout)
  const [late, setLate] = useState<AbortController | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => setLate(layout), layout ? patience : 0)
    return () => clearTimeout(timer)
  }, [layout])
  return (
    <div className={styles['place']} role="status">
      {layout && layout === late && (
        <div className={styles['notice']}>
          <span>{t('model.layout.running')}</span>
          <Button size="small" onPress={cancelLayout}>
            {t('app.cancel')}
          </Button>
        </div>
      )}
    </div>
  )
}
