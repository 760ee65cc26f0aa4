import { currentProject, documentStore } from '../../store/document.ts'
import { sessionStore } from '../../store/session.ts'
import { cardRectOnScreen } from '../canvas/cardRectOnScreen.ts'
import { canvasStore } from '../canvas/canvasStore.ts'
import { endBeside } from '../edits/addBeside.ts'
import { cardOf, selectedCards } from '../groups/flowSelection.ts'
import { seenRects } from '../groups/seenGraph.ts'
import type { Edge } from '../../../shared/project.ts'
import { edgeWithId } from '../canvas/edgeUnder.ts'
import type { LooseEnd } from '../edits/connectNodes.ts'
import { quickAddStore } from './quickAddStore.ts'

interface Point {
  readonly x: number
  readonly y: number
}

/** Opens the box at a point of the screen; what is chosen goes there, wired to the loose end if there is one. */
export const quickAddAt = (at: Point, end: LooseEnd | null = null): void => {
  const { flow } = canvasStore.getState()
  if (!flow || documentStore.getState().readOnly) return
  const place = flow.screenToFlowPosition(at, { snapToGrid: false })
  quickAddStore.setState({ request: { at, place, end, edge: null } })
}

/** Opens the box beside the selected node, whose end the choice is wired to; in the middle of the view without one. */
const quickAddBeside = (): void => {
  const { selection } = sessionStore.getState()
  const project = currentProject()
  const [only = null, ...others] = selectedCards(project, selection)
  const anchor = others.length === 0 ? only : null
  const rect = anchor === null ? null : cardRectOnScreen(anchor)
  const pane = document.querySelector('.react-flow')?.getBoundingClientRect()
  const end = anchor === null ? null : endBeside(project, anchor)
  const middle = pane ? { x: pane.left + pane.width / 2, y: pane.top + pane.height / 3 } : { x: 0, y: 0 }
  const at = rect ? { x: end?.side === 'target' ? rect.left : rect.right + 16, y: rect.top } : middle
  quickAddStore.setState({ request: { at, place: null, end, edge: null } })
}

/** Opens the box in the middle of an edge; what is chosen is put on it. */
const quickAddOnEdge = (edge: Edge): void => {
  const { flow } = canvasStore.getState()
  const project = currentProject()
  const rects = seenRects(project)
  const [from, to] = [edge.from, edge.to].map((id) => rects.get(cardOf(project, id)))
  if (!flow || !from || !to) return
  const place = {
    x: (from.x + from.width + to.x) / 2,
    y: (from.y + from.height / 2 + to.y + to.height / 2) / 2,
  }
  quickAddStore.setState({ request: { at: flow.flowToScreenPosition(place), place, end: null, edge } })
}

/** Opens the box where the selection says: on the one selected edge, beside the one selected node, or in the middle. */
export const quickAddHere = (): void => {
  const { selectedEdges } = canvasStore.getState()
  const [id] = selectedEdges
  const edge = selectedEdges.size === 1 && id !== undefined ? edgeWithId(id) : null
  if (edge) quickAddOnEdge(edge)
  else quickAddBeside()
}
