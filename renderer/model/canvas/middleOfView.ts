import { canvasStore } from './canvasStore.ts'

/** The middle of what is seen of the canvas, in canvas units. */
export const middleOfView = (): { readonly x: number; readonly y: number } => {
  const pane = document.querySelector('.react-flow')?.getBoundingClientRect()
  const { flow } = canvasStore.getState()
  if (!pane || !flow) return { x: 0, y: 0 }
  return flow.screenToFlowPosition({ x: pane.left + pane.width / 2, y: pane.top + pane.height / 2 })
}
