import { canvasSize } from './canvasNode.ts'
import { canvasStore } from './canvasStore.ts'
import { motion } from './motion.ts'

/** At this zoom or nearer a node that was looked for is shown. */
const readingZoom = 0.6

/** Brings a node into view if any part of it is outside. */
export const showNode = (id: string): void => {
  const { flow, nodes } = canvasStore.getState()
  const node = nodes.find((one) => one.id === id)
  const pane = document.querySelector('.react-flow')?.getBoundingClientRect()
  if (!flow || !node || !pane) return
  const { x, y } = node.position
  const { width, height } = canvasSize(node)
  const start = flow.flowToScreenPosition({ x, y })
  const end = flow.flowToScreenPosition({ x: x + width, y: y + height })
  if (start.x >= pane.left && start.y >= pane.top && end.x <= pane.right && end.y <= pane.bottom) return
  const zoom = Math.max(flow.getZoom(), readingZoom)
  void flow.setCenter(x + width / 2, y + height / 2, { zoom, ...motion() })
}
