import type { NodeChange } from '@xyflow/react'
import type { CanvasNode } from './canvasNode.ts'

/** Where nodes came to rest: positions that are final, not those of a drag under way. */
export const restingPlaces = (
  changes: readonly NodeChange<CanvasNode>[],
): Readonly<Record<string, { readonly x: number; readonly y: number }>> =>
  Object.fromEntries(
    changes.flatMap((change) =>
      change.type === 'position' && !change.dragging && change.position
        ? [[change.id, { x: change.position.x, y: change.position.y }] as const]
        : [],
    ),
  )
