import { BaseEdge, EdgeLabelRenderer, type EdgeProps, getBezierPath } from '@xyflow/react'
import { memo } from 'react'
import { useStore } from 'zustand'
import type { CanvasEdge } from './canvasEdges.ts'
import { canvasStore } from './canvasStore.ts'
import styles from './ShapeEdge.module.css'

/** Characters that have room between two cards even when words are enlarged. */
const shortShape = 6

/** An edge with the shape of its tensor in the middle, unless that would repeat its neighbour's. */
export const ShapeEdge = memo(function ShapeEdge(props: EdgeProps<CanvasEdge>) {
  const { id, data, selected } = props
  const isDrop = useStore(canvasStore, ({ dropEdge }) => dropEdge === id)
  const isHovered = useStore(canvasStore, ({ hoveredEdge }) => hoveredEdge === id)
  const [path, x, y] = getBezierPath(props)
  const shape = data?.shape
  const isInvalid = data?.isInvalid
  const isShown = shape && (!data.isQuiet || isHovered || selected || isInvalid)
  return (
    <>
      <BaseEdge
        path={path}
        interactionWidth={18}
        className={styles['edge'] ?? ''}
        {...(isDrop ? { 'data-drop': true } : {})}
        {...(isInvalid ? { 'data-invalid': true } : {})}
      />
      {isShown && (
        <EdgeLabelRenderer>
          <span
            className={styles['pill']}
            data-selected={selected || undefined}
            data-invalid={isInvalid || undefined}
            data-short={shape.length <= shortShape || undefined}
            style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
          >
            {shape}
          </span>
        </EdgeLabelRenderer>
      )}
    </>
  )
})
