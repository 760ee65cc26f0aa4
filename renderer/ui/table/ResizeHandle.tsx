import type { PointerEvent } from 'react'
import { useRem } from '../useRem.ts'
import styles from './DataTable.module.css'

interface ResizeHandleProps {
  /** In rem. */
  readonly width: number
  /** Null for the usual width. */
  readonly onWidth: (width: number | null) => void
}

const least = 3
const most = 60

/** A width a column may have. */
export const columnWidth = (width: number): number => Math.min(most, Math.max(least, width))

/** The edge of a header by which its column is made wider: dragged, or clicked twice for the usual width. Keyboards have Alt and arrows. */
export function ResizeHandle({ width, onWidth }: ResizeHandleProps) {
  const rem = useRem()
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return
    event.preventDefault()
    event.stopPropagation()
    const handle = event.currentTarget
    const start = event.clientX
    handle.setPointerCapture(event.pointerId)
    const move = (moved: globalThis.PointerEvent) =>
      onWidth(columnWidth(width + (moved.clientX - start) / rem))
    handle.addEventListener('pointermove', move)
    handle.addEventListener('lostpointercapture', () => handle.removeEventListener('pointermove', move), {
      once: true,
    })
  }
  return (
    <div
      className={styles['resize']}
      aria-hidden
      onPointerDown={drag}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={() => onWidth(null)}
    />
  )
}
