import type { OnNodeDrag } from '@xyflow/react'
import { canInsert, isLoose } from '../../../shared/edits/insertOnEdge.ts'
import { begin, currentProject, edit, end } from '../../store/document.ts'
import { insertHere } from '../edits/insertHere.ts'
import type { CanvasNode } from './canvasNode.ts'
import { canvasStore } from './canvasStore.ts'
import { cardRectOnScreen } from './cardRectOnScreen.ts'
import { edgeUnder, edgeWithId } from './edgeUnder.ts'

/** Shares of a card's width and height where edges are looked for behind it. */
const across = [0.5, 0.25, 0.75] as const
const down = [0.5, 0.3, 0.7, 0.1, 0.9] as const

/** The one node being dragged, if it could be put on an edge; most can't, and then nothing is looked for. */
let loose: string | null = null

/** Nodes that are dragged come to rest, and onto an edge, in one step of the history. */
export const onNodeDragStart: OnNodeDrag<CanvasNode> = (_, node, nodes) => {
  begin()
  loose = nodes.length === 1 && isLoose(currentProject(), node.id) ? node.id : null
}

/** While a loose node is dragged over an edge that it could be put on, the edge shows it. */
export const onNodeDrag: OnNodeDrag<CanvasNode> = (event, { id }) => {
  const rect = loose === id ? cardRectOnScreen(id) : null
  if (!rect) return
  const { left, top, right, bottom } = rect
  const point = 'changedTouches' in event ? event.changedTouches[0] : event
  const points = [
    ...(point ? [{ x: point.clientX, y: point.clientY }] : []),
    ...across.flatMap((x) =>
      down.map((y) => ({ x: left + x * (right - left), y: top + y * (bottom - top) })),
    ),
  ]
  const project = currentProject()
  const dropEdge = edgeUnder(points, (edge) => canInsert(project, edge, id))
  if (canvasStore.getState().dropEdge !== dropEdge) canvasStore.setState({ dropEdge })
}

/** Let go: on an edge, the node is put on it. */
export const onNodeDragStop: OnNodeDrag<CanvasNode> = (_, { id }) => {
  const { dropEdge } = canvasStore.getState()
  const edge = loose === id && dropEdge !== null ? edgeWithId(dropEdge) : null
  loose = null
  if (dropEdge !== null) canvasStore.setState({ dropEdge: null })
  if (edge) edit((project) => insertHere(project, edge, id))
  end()
}
