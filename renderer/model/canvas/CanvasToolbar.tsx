import { Map as MapIcon, Maximize, Wand2, ZoomIn, ZoomOut } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Toolbar } from 'react-aria-components'
import { useStore } from 'zustand'
import { attempt } from '../../files/attempt.ts'
import { useDocument } from '../../store/document.ts'
import { IconButton } from '../../ui/buttons/IconButton.tsx'
import { ToggleButton } from '../../ui/buttons/ToggleButton.tsx'
import { tidyGraph } from '../layout/tidyGraph.ts'
import { toggleMinimap } from './arrangeActions.ts'
import styles from './CanvasToolbar.module.css'
import { canvasStore } from './canvasStore.ts'
import { fitGraph } from './fitGraph.ts'
import { shortcuts } from './shortcuts.ts'

const zoom = (direction: 'zoomIn' | 'zoomOut') =>
  void canvasStore.getState().flow?.[direction]({ duration: 120 })

/** Small tools over the canvas. */
export function CanvasToolbar() {
  const { t } = useTranslation()
  const hasMinimap = useStore(canvasStore, (state) => state.hasMinimap)
  const isEmpty = useStore(canvasStore, ({ nodes }) => nodes.length === 0)
  const isReadOnly = useDocument((state) => state.readOnly)
  return (
    <Toolbar className={styles['toolbar'] ?? ''} aria-label={t('model.canvas.toolbar')}>
      <IconButton
        label={t('model.canvas.tidy')}
        icon={<Wand2 />}
        size="small"
        shortcut={shortcuts.tidy}
        isDisabled={isEmpty || isReadOnly}
        onPress={() => attempt(tidyGraph)}
      />
      <span className={styles['line']} />
      <IconButton
        label={t('model.canvas.zoomOut')}
        icon={<ZoomOut />}
        size="small"
        onPress={() => zoom('zoomOut')}
      />
      <IconButton
        label={t('model.canvas.zoomIn')}
        icon={<ZoomIn />}
        size="small"
        onPress={() => zoom('zoomIn')}
      />
      <IconButton
        label={t('model.canvas.fit')}
        icon={<Maximize />}
        size="small"
        shortcut={shortcuts.fit}
        onPress={fitGraph}
      />
      <ToggleButton
        label={t('model.canvas.minimap')}
        icon={<MapIcon />}
        isSelected={hasMinimap}
        onChange={toggleMinimap}
      />
    </Toolbar>
  )
}
