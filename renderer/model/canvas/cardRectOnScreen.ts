import { canvasSize } from './canvasNode.ts'
import { canvasStore } from './canvasStore.ts'

/** Where a node's card is in the window's pixels, drawn or not; null when there is none. */
export const cardRectOnScreen = (
  id: string,
): {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
} | null => {
  const { flow, nodes } = canvasStore.getState()
  const node = nodes.find((one) => one.id === id)
  if (!flow || !node) return null
  const { x, y } = node.position
  const { width, height } = canvasSize(node)
  const start = flow.flowToScreenPosition({ x, y })
  const end = flow.flowToScreenPosition({ x: x + width, y: y + height })
  return { left: start.x, top: start.y, right: end.x, bottom: end.y }
}
