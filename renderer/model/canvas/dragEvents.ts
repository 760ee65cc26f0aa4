import type { OnNodeDrag } from '@xyflow/react'
import { canInsert } from '../../../shared/edits/insertOnEdge.ts'
import { begin, currentProject, edit, end } from '../../store/document.ts'
import { insertHere } from '../edits/insertHere.ts'
import type { CanvasNode } from './canvasNode.ts'
import { canvasStore } from './canvasStore.ts'
import { cardRectOnScreen } from './cardRectOnScreen.ts'
import { edgeUnder, edgeWithId } from './edgeUnder.ts'

/** Shares of a card's width and height where edges are looked for behind it. */
const shares = [0.5, 0.3, 0.7] as const

/** Nodes that are dragged come to rest, and onto an edge, in one step of the history. */
export const onNodeDragStart: OnNodeDrag<CanvasNode> = () => begin()

/** While a loose node is dragged over an edge that it could be put on, the edge shows it. */
export const onNodeDrag: OnNodeDrag<CanvasNode> = (_, node, nodes) => {
  const rect = nodes.length === 1 ? cardRectOnScreen(node.id) : null
  const points = rect
    ? shares.flatMap((down) =>
        shares.map((across) => ({
          x: rect.left + across * (rect.right - rect.left),
          y: rect.top + down * (rect.bottom - rect.top),
        })),
      )
    : []
  const project = currentProject()
  const dropEdge = edgeUnder(points, (edge) => canInsert(project, edge, node.id))
  if (canvasStore.getState().dropEdge !== dropEdge) canvasStore.setState({ dropEdge })
}

/** Let go: on an edge, the node is put on it. */
export const onNodeDragStop: OnNodeDrag<CanvasNode> = (_, node) => {
  const { dropEdge } = canvasStore.getState()
  const edge = dropEdge === null ? null : edgeWithId(dropEdge)
  canvasStore.setState({ dropEdge: null })
  if (edge) edit((project) => insertHere(project, edge, node.id))
  end()
}
