import { applyNodeChanges, type NodeChange, type OnNodesChange } from '@xyflow/react'
import { moveNodes } from '../../../shared/edits/setValues.ts'
import { edit } from '../../store/document.ts'
import { selectNodes, sessionStore } from '../../store/session.ts'
import { canvasStore } from './canvasStore.ts'
import type { CanvasNode } from './reconcileNodes.ts'

/** Ids after React Flow's select and unselect changes, in order of selecting. */
export const changedSelection = (
  before: readonly string[],
  changes: readonly { readonly id: string; readonly selected: boolean }[],
): readonly string[] => {
  const result = new Set(before)
  for (const { id, selected } of changes) {
    if (selected) result.add(id)
    else result.delete(id)
  }
  return [...result]
}

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

/** React Flow's changes: selection goes to the session, sizes and drags to the canvas, places at rest to the document. */
export const onNodesChange: OnNodesChange<CanvasNode> = (changes) => {
  const own = changes.filter(({ type }) => type === 'position' || type === 'dimensions')
  if (own.length) canvasStore.setState(({ nodes }) => ({ nodes: applyNodeChanges(own, [...nodes]) }))
  const places = restingPlaces(changes)
  if (Object.keys(places).length) edit((project) => moveNodes(project, places))
  const selected = changes.filter((change) => change.type === 'select')
  if (selected.length) selectNodes(changedSelection(sessionStore.getState().selection, selected))
}

/** The pointer is over a node. */
export const onNodeMouseEnter = (_: unknown, { id }: CanvasNode): void =>
  canvasStore.setState({ hoveredNode: id })

/** The pointer left it. */
export const onNodeMouseLeave = (): void => canvasStore.setState({ hoveredNode: null })
