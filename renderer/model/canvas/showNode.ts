import { currentProject } from '../../store/document.ts'
import { cardOf } from '../groups/flowSelection.ts'
import { canvasSize } from './canvasNode.ts'
import { canvasStore } from './canvasStore.ts'
import { cardRectOnScreen } from './cardRectOnScreen.ts'
import { motion } from './motion.ts'

/** At this zoom or nearer a node that was looked for is shown. */
const readingZoom = 0.6

/** Brings a node (or the block it is in) into view if any part of it is outside. */
export const showNode = (id: string): void => {
  const { flow, nodes } = canvasStore.getState()
  const card = cardOf(currentProject(), id)
  const node = nodes.find((one) => one.id === card)
  const rect = cardRectOnScreen(card)
  const pane = document.querySelector('.react-flow')?.getBoundingClientRect()
  if (!flow || !node || !rect || !pane) return
  if (
    rect.left >= pane.left &&
    rect.top >= pane.top &&
    rect.right <= pane.right &&
    rect.bottom <= pane.bottom
  )
    return
  const { width, height } = canvasSize(node)
  const zoom = Math.max(flow.getZoom(), readingZoom)
  void flow.setCenter(node.position.x + width / 2, node.position.y + height / 2, { zoom, ...motion() })
}
