import { moveNodes } from '../../../shared/edits/setValues.ts'
import { currentProject, edit } from '../../store/document.ts'
import { selectNodes, sessionStore } from '../../store/session.ts'
import { cardSize } from '../card/cardSize.ts'
import { copyNodes } from '../clip/copyNodes.ts'
import { pasteClip, readClip } from '../clip/pasteClip.ts'
import { addBeside } from '../edits/addBeside.ts'
import { addEntry } from '../edits/addEntry.ts'
import { deleteParts } from '../edits/deleteParts.ts'
import { tidyPositions } from '../layout/tidyPositions.ts'
import { canvasStore } from './canvasStore.ts'

const motion = () =>
  window.matchMedia('(prefers-reduced-motion: reduce)').matches ? { duration: 0 } : { duration: 200 }
const remScale = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16

/** How far “fit” may zoom in and what it leaves free: a small graph is shown at reading size, at any interface scale. */
export const fitOptions = () => ({ padding: 0.08, maxZoom: remScale(), minZoom: 0.05 })

/** Shows the whole graph. */
export const fitGraph = (): void => {
  void canvasStore.getState().flow?.fitView({ ...fitOptions(), ...motion() })
}

/** Brings a node into view if it is outside, and selects it. */
export const revealNode = (id: string): void => {
  selectNodes([id])
  const { flow } = canvasStore.getState()
  const node = flow?.getInternalNode(id)
  const pane = document.querySelector('.react-flow')?.getBoundingClientRect()
  if (!flow || !node || !pane) return
  const { width, height } = cardSize(node.data.card)
  const start = flow.flowToScreenPosition(node.position)
  const end = flow.flowToScreenPosition({ x: node.position.x + width, y: node.position.y + height })
  if (start.x >= pane.left && start.y >= pane.top && end.x <= pane.right && end.y <= pane.bottom) return
  void flow.setCenter(node.position.x + width / 2, node.position.y + height / 2, {
    zoom: Math.max(flow.getZoom(), 0.6),
    ...motion(),
  })
}

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
  if (node !== null) revealAfterPaint(node)
}

/** React Flow learns of a new node with the next render. */
const revealAfterPaint = (id: string) => {
  selectNodes([id])
  requestAnimationFrame(() => requestAnimationFrame(() => revealNode(id)))
}

/** Whether a point of the screen lies on the canvas and not on something over it, such as a drawer. */
export const isOverCanvas = ({ x, y }: { readonly x: number; readonly y: number }): boolean =>
  Boolean(document.elementFromPoint(x, y)?.closest('.react-flow'))

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
  if (node !== null) selectNodes([node])
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
export const selectAll = (): void => selectNodes(Object.keys(currentProject().nodes))

/** Lays the graph out afresh from left to right, in one step, and shows it whole. */
export const tidyGraph = (): void => {
  const { nodes } = canvasStore.getState()
  const boxes = nodes.map(({ id, data }) => ({ id, ...cardSize(data.card) }))
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
  selectNodes(added)
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
