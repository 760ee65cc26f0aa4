import { moveNodes } from '../../../shared/edits/setValues.ts'
import { currentProject, edit } from '../../store/document.ts'
import { selectNodes, sessionStore } from '../../store/session.ts'
import { copyNodes } from '../clip/copyNodes.ts'
import { pasteClip, readClip } from '../clip/pasteClip.ts'
import { addBeside } from '../edits/addBeside.ts'
import { addEntry } from '../edits/addEntry.ts'
import { deleteParts } from '../edits/deleteParts.ts'
import { tidyPositions } from '../layout/tidyPositions.ts'
import { canvasSize, isCard } from './canvasNode.ts'
import { canvasStore } from './canvasStore.ts'
import { fitGraph } from './fitGraph.ts'
import { selectHere } from './selectHere.ts'

const middleOfView = (): { readonly x: number; readonly y: number } => {
  const pane = document.querySelector('.react-flow')?.getBoundingClientRect()
  const { flow } = canvasStore.getState()
  if (!pane || !flow) return { x: 0, y: 0 }
  return flow.screenToFlowPosition({ x: pane.left + pane.width / 2, y: pane.top + pane.height / 2 })
}

/** Adds a palette entry beside the selected node, or in the middle of the view, and selects it. */
export const addFromPalette = (type: string): void => {
  const { selection } = sessionStore.getState()
  const selected = selection.length === 1 ? selection[0] : undefined
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
export const isOverCanvas = ({ x, y }: { readonly x: number; readonly y: number }): boolean => {
  // Behind a drawer the canvas is inert, so it can't be found by asking for the element at the point.
  const pane = document.querySelector('.react-flow')?.getBoundingClientRect()
  if (!pane || x < pane.left || x > pane.right || y < pane.top || y > pane.bottom) return false
  return !document.elementFromPoint(x, y)?.closest('[role="dialog"]')
}

/** Adds a palette entry with its card's middle at a point of the screen, and selects it. */
export const dropOnCanvas = (type: string, point: { readonly x: number; readonly y: number }): void => {
  const { flow } = canvasStore.getState()
  if (!flow) return
  const { x, y } = flow.screenToFlowPosition(point)
  const snapped = (value: number) => Math.round(value / 8) * 8
  let node: string | null = null
  const refusal = edit((project) => {
    const added = addEntry(project, type, { x: snapped(x - 100), y: snapped(y - 44) })
    node = added.node
    return added.project
  })
  canvasStore.setState({ refusal })
  if (node !== null) selectHere([node])
}

/** Deletes the selected nodes and edges, in one step. */
export const deleteSelection = (): void => {
  const { selection } = sessionStore.getState()
  const { edges, selectedEdges } = canvasStore.getState()
  const gone = edges.flatMap(({ id, data }) => (selectedEdges.has(id) && data ? [data.edge] : []))
  edit((project) => deleteParts(project, selection, gone))
  canvasStore.setState({ selectedEdges: new Set() })
}

/** Selects every node. */
export const selectAll = (): void => selectHere(Object.keys(currentProject().nodes))

/** Lays the graph out afresh from left to right, in one step, and shows it whole. */
export const tidyGraph = (): void => {
  const { nodes } = canvasStore.getState()
  const boxes = nodes.filter(isCard).map((node) => ({ id: node.id, ...canvasSize(node) }))
  edit((project) => moveNodes(project, tidyPositions(boxes, project.edges)))
  requestAnimationFrame(fitGraph)
}

/** The selected nodes as text for the clipboard, or null when none is selected. */
export const copiedText = (): string | null => {
  const clip = copyNodes(currentProject(), sessionStore.getState().selection)
  return clip && JSON.stringify(clip, null, 2)
}

/** Adds the nodes of a text that `copiedText` made, a little beside the originals, and selects them. */
export const pasteText = (text: string): boolean => {
  const clip = readClip(text)
  if (!clip) return false
  let added: readonly string[] = []
  edit((project) => {
    const taken = Object.values(project.nodes)
    let shift = 32
    const isTaken = () =>
      Object.values(clip.nodes).some(({ x, y }) =>
        taken.some((node) => node.x === x + shift && node.y === y + shift),
      )
    while (isTaken()) shift += 32
    const pasted = pasteClip(project, clip, { x: shift, y: shift })
    added = pasted.nodes
    return pasted.project
  })
  selectHere(added)
  return true
}

/** Copies the selected nodes beside themselves, with layers of their own. */
export const duplicateSelection = (): void => {
  const text = copiedText()
  if (text) pasteText(text)
}

/** Shows or hides the small map. */
export const toggleMinimap = (): void =>
  canvasStore.setState(({ hasMinimap }) => ({ hasMinimap: !hasMinimap }))
