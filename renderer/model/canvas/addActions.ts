import { currentProject, edit } from '../../store/document.ts'
import { selectNodes, sessionStore } from '../../store/session.ts'
import { addAt, addBeside } from '../edits/addBeside.ts'
import { insertHere } from '../edits/insertHere.ts'
import { hasWayThrough } from '../quickAdd/fitsEnd.ts'
import { addSavedBlock } from '../groups/blockActions.ts'
import { savedIdOf } from '../groups/blocksStore.ts'
import { selectedCards } from '../groups/flowSelection.ts'
import { canvasStore } from './canvasStore.ts'
import { edgeUnder, edgeWithId } from './edgeUnder.ts'
import { focusNode } from './focusNode.ts'
import { middleOfView } from './middleOfView.ts'

interface Point {
  readonly x: number
  readonly y: number
}

/** Adds a palette entry beside the selected node, or in the middle of the view, and selects it. */
export const addFromPalette = (type: string): void => {
  const { selection } = sessionStore.getState()
  const cards = [...selectedCards(currentProject(), selection)]
  const selected = cards.length === 1 ? cards[0] : undefined
  const middle = middleOfView()
  let node: string | null = null
  const refusal = edit((project) => {
    const added = addBeside(project, type, selected, { x: middle.x - 100, y: middle.y - 44 })
    node = added.node
    return added.project
  })
  canvasStore.setState({ refusal })
  if (node !== null) selectNodes([node])
}

/** Whether a point of the screen lies on the canvas; the shade of a drawer may lie between, the drawer itself may not. */
const isOverCanvas = ({ x, y }: Point): boolean => {
  // Behind a drawer the canvas is inert, so it can't be found by asking for the element at the point.
  const pane = document.querySelector('.react-flow')?.getBoundingClientRect()
  if (!pane || x < pane.left || x > pane.right || y < pane.top || y > pane.bottom) return false
  return !document.elementFromPoint(x, y)?.closest('[role="dialog"]')
}

/** Shows the edge that a palette entry would be put on if it were let go at a point of the screen. */
export const hoverOnCanvas = (type: string, point: Point): void => {
  const edge = hasWayThrough(type) && isOverCanvas(point) ? edgeUnder([point], () => true) : null
  if (canvasStore.getState().dropEdge !== edge) canvasStore.setState({ dropEdge: edge })
}

/** Adds a palette entry with its card's middle at a point of the screen, on the edge there if any, and selects it. */
export const dropOnCanvas = (type: string, point: Point): void => {
  const { flow, dropEdge } = canvasStore.getState()
  canvasStore.setState({ dropEdge: null })
  if (!flow || !isOverCanvas(point)) return
  const edge = dropEdge === null ? null : edgeWithId(dropEdge)
  const place = flow.screenToFlowPosition(point, { snapToGrid: false })
  const saved = savedIdOf(type)
  if (saved !== null) return addSavedBlock(saved, { at: place, end: null })
  let node: string | null = null
  const refusal = edit((project) => {
    const added = addAt(project, type, place, null)
    node = added.node
    return edge ? insertHere(added.project, edge, added.node) : added.project
  })
  canvasStore.setState({ refusal })
  if (node !== null) focusNode(node)
}
