import type { ReactFlowInstance, Viewport } from '@xyflow/react'
import { documentStore } from '../../store/document.ts'
import { sessionStore } from '../../store/session.ts'
import type { CanvasEdge } from './canvasEdges.ts'
import { canvasStore } from './canvasStore.ts'
import { showNode } from './showNode.ts'
import type { CanvasNode } from './canvasNode.ts'

/** Where each document was last looked at, for as long as the page lives. */
const viewports = new Map<string, Viewport>()

/** Where a document was last looked at; undefined the first time. */
export const lastViewport = (docId: string): Viewport | undefined => viewports.get(docId)

/** Remembers where the open document is looked at. */
export const keepViewport = (_: unknown, viewport: Viewport): void => {
  const { docId } = documentStore.getState()
  if (docId !== null) viewports.set(docId, viewport)
}

/** Makes React Flow's instance known to the canvas' actions, and shows the node that is selected already. */
export const rememberFlow = (flow: ReactFlowInstance<CanvasNode, CanvasEdge>): void => {
  canvasStore.setState({ flow })
  const { selection } = sessionStore.getState()
  const [only] = selection
  // Selected from another workspace, such as by a problem in the status bar.
  if (selection.length === 1 && only !== undefined) requestAnimationFrame(() => showNode(only))
}
