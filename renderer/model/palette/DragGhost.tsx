import { createPortal } from 'react-dom'
import { useStore } from 'zustand'
import { canvasStore } from '../canvas/canvasStore.ts'
import { categoryHue } from '../card/categoryHue.ts'
import { categoryIcon } from '../card/categoryIcon.ts'
import styles from './DragGhost.module.css'
import { dragStore } from './dragStore.ts'

/** The palette entry under the pointer while it is carried to the canvas; above it where an edge would take it in, to let the edge be seen. */
export function DragGhost() {
  const carried = useStore(dragStore, (state) => state.carried)
  const isOnEdge = useStore(canvasStore, (state) => state.dropEdge !== null)
  if (!carried) return null
  const { entry, x, y } = carried
  const Icon = categoryIcon[entry.category]
  return createPortal(
    <div
      className={styles['ghost']}
      style={{
        ...categoryHue(entry.category),
        transform: `translate(${x}px, ${y}px) translate(-50%, ${isOnEdge ? '-140%' : '-50%'})`,
      }}
      aria-hidden
    >
      <Icon />
      {entry.title}
    </div>,
    document.body,
  )
}
