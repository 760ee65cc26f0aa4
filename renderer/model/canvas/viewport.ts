import type { ReactFlowInstance, Viewport } from '@xyflow/react'
import { documentStore } from '../../store/document.ts'
import type { CanvasEdge } from './canvasEdges.ts'
import { canvasStore } from './canvasStore.ts'
import type { CanvasNode } from './reconcileNodes.ts'

/** Where each document was last looked at, for as long as the page lives. */
const viewports = new Map<string, Viewport>()

/** Where a document was last looked at; undefined the first time. */
export const lastViewport = (docId: string): Viewport | undefined => viewports.get(docId)

/** Remembers where the open document is looked at. */
export const keepViewport = (_: unknown, viewport: Viewport): void => {
  const { docId } = documentStore.getState()
  if (docId !== null) viewports.set(docId, viewport)
}

/** Makes React Flow's instance known to the canvas' actions. */
export const rememberFlow = (flow: ReactFlowInstance<CanvasNode, CanvasEdge>): void =>
  canvasStore.setState({ flow })
