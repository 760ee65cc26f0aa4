import { applyNodeChanges, type OnNodesChange } from '@xyflow/react'
import { moveNodes } from '../../../shared/edits/setValues.ts'
import { edit } from '../../store/document.ts'
import { sessionStore } from '../../store/session.ts'
import { canvasStore } from './canvasStore.ts'
import { changedSelection } from './changedSelection.ts'
import { selectHere } from './selectHere.ts'
import type { CanvasNode } from './reconcileNodes.ts'
import { restingPlaces } from './restingPlaces.ts'

/** React Flow's changes: selection goes to the session, sizes and drags to the canvas, places at rest to the document. */
export const onNodesChange: OnNodesChange<CanvasNode> = (changes) => {
  const own = changes.filter(({ type }) => type === 'position' || type === 'dimensions')
  if (own.length) canvasStore.setState(({ nodes }) => ({ nodes: applyNodeChanges(own, nodes) }))
  const places = restingPlaces(changes)
  if (Object.keys(places).length) edit((project) => moveNodes(project, places))
  const selected = changes.filter((change) => change.type === 'select')
  if (selected.length) selectHere(changedSelection(sessionStore.getState().selection, selected))
}

/** The pointer is over a node. */
export const onNodeMouseEnter = (_: unknown, { id }: CanvasNode): void =>
  canvasStore.setState({ hoveredNode: id })

/** The pointer left it. */
export const onNodeMouseLeave = (): void => canvasStore.setState({ hoveredNode: null })
