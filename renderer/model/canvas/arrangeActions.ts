import { moveNodes } from '../../../shared/edits/setValues.ts'
import { currentProject, edit } from '../../store/document.ts'
import { sessionStore } from '../../store/session.ts'
import { type Alignment, aligned, type Axis, distributed } from '../edits/arrangeNodes.ts'
import { neighbourOf, type Way } from '../edits/neighbourOf.ts'
import { selectedCards } from '../groups/flowSelection.ts'
import { nodePlaces } from '../groups/groupMoves.ts'
import { seenEdges, seenRects } from '../groups/seenGraph.ts'
import { canvasStore } from './canvasStore.ts'
import { focusNode } from './focusNode.ts'

const selectedRects = () => {
  const project = currentProject()
  const cards = selectedCards(project, sessionStore.getState().selection)
  return new Map([...seenRects(project)].filter(([id]) => cards.has(id)))
}

/** Lines the selected nodes up, in one step. */
export const alignSelection = (alignment: Alignment): void => {
  const rects = selectedRects()
  edit((project) => moveNodes(project, nodePlaces(project, aligned(rects, alignment))))
}

/** Gives the selected nodes equal gaps, in one step. */
export const distributeSelection = (axis: Axis): void => {
  const rects = selectedRects()
  edit((project) => moveNodes(project, nodePlaces(project, distributed(rects, axis))))
}

/** Shows or hides the small map. */
export const toggleMinimap = (): void =>
  canvasStore.setState(({ hasMinimap }) => ({ hasMinimap: !hasMinimap }))

/** The card with the focus, if it is among these; else the last of them. */
const current = (cards: ReadonlySet<string>): string | undefined => {
  const { activeElement } = document
  const focused = activeElement instanceof HTMLElement ? activeElement.dataset['id'] : undefined
  return focused !== undefined && cards.has(focused) ? focused : [...cards].at(-1)
}

/** Goes from the selected node to a neighbour, to the first node when none is selected; `keep` leaves selected what is. */
export const walk = (way: Way, keep = false): void => {
  const project = currentProject()
  const { selection } = sessionStore.getState()
  const from = current(selectedCards(project, selection))
  const rects = seenRects(project)
  const to = from === undefined ? [...rects.keys()][0] : neighbourOf(seenEdges(project), rects, from, way)
  if (to !== undefined && to !== null) focusNode(to, keep ? selection : [])
}
