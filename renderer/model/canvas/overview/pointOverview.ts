import { canvasSize, isFrame } from '../canvasNode.ts'
import { canvasStore } from '../canvasStore.ts'

/** From afar, a card is put under the pointer where a box is drawn. */
export const pointOverview = (event: { clientX: number; clientY: number; buttons: number }): void => {
  const { isOverview, flow, nodes, pointed } = canvasStore.getState()
  if (!isOverview || !flow || event.buttons !== 0) return
  const at = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: false })
  const node = nodes.findLast((one) => {
    const { width, height } = canvasSize(one)
    const { x, y } = one.position
    return !isFrame(one) && at.x >= x && at.x <= x + width && at.y >= y && at.y <= y + height
  })
  const next = node?.id ?? null
  if (next !== pointed) canvasStore.setState({ pointed: next })
}
