import { sessionStore } from '../../store/session.ts'
import { getViewportForBounds, type Viewport } from '@xyflow/react'
import { type CanvasNode, canvasSize } from './canvasNode.ts'
import { canvasStore } from './canvasStore.ts'
import { motion } from './motion.ts'

const remScale = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16

/** How far “fit” may zoom in and what it leaves free: a small graph is shown at reading size, at any interface scale. */
const fitOptions = () => ({
  padding: 0.08,
  maxZoom: remScale(),
  minZoom: 0.05,
  // From afar few cards are in the page.
  includeHiddenNodes: true,
})

/** The view in which nodes fit a pane, for its first frame; undefined when there is nothing to show. */
export const fittedViewport = (
  nodes: readonly CanvasNode[],
  pane: { readonly width: number; readonly height: number },
): Viewport | undefined => {
  if (nodes.length === 0) return undefined
  const corners = nodes.map((node) => ({ ...node.position, ...canvasSize(node) }))
  const x = Math.min(...corners.map((one) => one.x))
  const y = Math.min(...corners.map((one) => one.y))
  const width = Math.max(...corners.map((one) => one.x + one.width)) - x
  const height = Math.max(...corners.map((one) => one.y + one.height)) - y
  const { padding, minZoom, maxZoom } = fitOptions()
  return getViewportForBounds({ x, y, width, height }, pane.width, pane.height, minZoom, maxZoom, padding)
}

/** Shows the whole graph. */
export const fitGraph = (): void => {
  void canvasStore.getState().flow?.fitView({ ...fitOptions(), ...motion() })
}

/** Shows the selected nodes; the whole graph when none is selected. */
export const fitSelection = (): void => {
  const nodes = sessionStore.getState().selection.map((id) => ({ id }))
  if (nodes.length === 0) fitGraph()
  else void canvasStore.getState().flow?.fitView({ ...fitOptions(), padding: 0.2, nodes, ...motion() })
}
