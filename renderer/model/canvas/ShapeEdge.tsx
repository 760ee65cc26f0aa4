import { BaseEdge, EdgeLabelRenderer, type EdgeProps, getBezierPath } from '@xyflow/react'
import { memo } from 'react'
import { useStore } from 'zustand'
import type { CanvasEdge } from './canvasEdges.ts'
import { canvasStore } from './canvasStore.ts'
import styles from './ShapeEdge.module.css'

/** Characters that have room between two cards even when words are enlarged. */
const shortShape = 6

/** Width of a character of a pill, of what is around the words, and of that where they are tight. */
const characterWidth = 7.25
const around = 16
const tightAround = 8

/** The sizes alone, where brackets and spaces have no room: 8×8×16. */
const tightText = (shape: string): string => shape.replaceAll(', ', '×').replaceAll(/[[\]]/g, '')

/** The words of a pill between two ports this far apart; none where not even the sizes alone fit. */
const pillText = (shape: string, room: number, isAsked: boolean): string | null => {
  if (shape.length * characterWidth + around <= room) return shape
  const tight = tightText(shape)
  return isAsked || tight.length * characterWidth + tightAround <= room ? tight : null
}

/** An edge with the shape of its tensor in the middle, unless that would repeat its neighbour's. */
export const ShapeEdge = memo(function ShapeEdge(props: EdgeProps<CanvasEdge>) {
  const { id, data, selected } = props
  const isDrop = useStore(canvasStore, ({ dropEdge }) => dropEdge === id)
  const isHovered = useStore(canvasStore, ({ hoveredEdge }) => hoveredEdge === id)
  const [path, x, y] = getBezierPath(props)
  const isInvalid = data?.isInvalid
  const isAsked = Boolean(isHovered || selected || isInvalid)
  const shape = data?.shape
  const isShown = shape && (!data.isQuiet || isAsked)
  const text = isShown && pillText(shape, Math.abs(props.targetX - props.sourceX), isAsked)
  return (
    <>
      <BaseEdge
        path={path}
        interactionWidth={18}
        className={styles['edge'] ?? ''}
        {...(isDrop ? { 'data-drop': true } : {})}
        {...(isInvalid ? { 'data-invalid': true } : {})}
      />
      {text && (
        <EdgeLabelRenderer>
          <span
            className={styles['pill']}
            data-selected={selected || undefined}
            data-invalid={isInvalid || undefined}
            data-short={shape.length <= shortShape || undefined}
            data-tight={text !== shape || undefined}
            style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
          >
            {text}
          </span>
        </EdgeLabelRenderer>
      )}
    </>
  )
})
