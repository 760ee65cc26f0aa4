import { moveNodes } from '../../../shared/edits/setValues.ts'
import { currentProject, edit } from '../../store/document.ts'
import { sessionStore } from '../../store/session.ts'
import { nodeRects } from '../edits/addBeside.ts'
import { type Alignment, aligned, type Axis, distributed } from '../edits/arrangeNodes.ts'
import { neighbourOf, type Way } from '../edits/neighbourOf.ts'
import { canvasStore } from './canvasStore.ts'
import { focusNode } from './focusNode.ts'

const selectedRects = () => {
  const { selection } = sessionStore.getState()
  return new Map([...nodeRects(currentProject())].filter(([id]) => selection.includes(id)))
}

/** Lines the selected nodes up, in one step. */
export const alignSelection = (alignment: Alignment): void => {
  const rects = selectedRects()
  edit((project) => moveNodes(project, aligned(rects, alignment)))
}

/** Gives the selected nodes equal gaps, in one step. */
export const distributeSelection = (axis: Axis): void => {
  const rects = selectedRects()
  edit((project) => moveNodes(project, distributed(rects, axis)))
}

/** Shows or hides the small map. */
export const toggleMinimap = (): void =>
  canvasStore.setState(({ hasMinimap }) => ({ hasMinimap: !hasMinimap }))

/** Goes from the selected node to a neighbour; to the first node when none is selected. */
export const walk = (way: Way): void => {
  const project = currentProject()
  const { selection } = sessionStore.getState()
  const from = selection.at(-1)
  const to =
    from === undefined ? Object.keys(project.nodes)[0] : neighbourOf(project, nodeRects(project), from, way)
  if (to !== undefined && to !== null) focusNode(to)
}
