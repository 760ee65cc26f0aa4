import type { ReactFlowInstance } from '@xyflow/react'
import { createStore } from 'zustand/vanilla'
import type { Problem } from '../../../shared/problems.ts'
import type { CanvasEdge } from './canvasEdges.ts'
import type { CanvasNode } from './canvasNode.ts'

/** What the canvas knows beyond the document: React Flow's own objects and what the pointer is about to do. */
interface CanvasState {
  /** React Flow asks for mutable arrays; nobody writes to them. */
  readonly nodes: CanvasNode[]
  readonly edges: CanvasEdge[]
  readonly selectedEdges: ReadonlySet<string>
  /** By their ids in the document. */
  readonly selectedNotes: ReadonlySet<string>
  readonly hoveredEdge: string | null
  readonly hoveredNode: string | null
  /** While an edge is being drawn: the nodes where it may end. */
  readonly targets: ReadonlySet<string> | null
  /** Layers with several calls, and marks of tied groups, of which one is selected or under the pointer. */
  readonly litLayers: ReadonlySet<string>
  /** The edge that what is being dragged would be put on; its id on the canvas. */
  readonly dropEdge: string | null
  /** A layout under way; aborting ends it. */
  readonly layout: AbortController | null
  /** Why the last gesture changed nothing. */
  readonly refusal: Problem | null
  readonly hasMinimap: boolean
  /** Too far out for cards to be read in a large graph: boxes and lines are drawn instead. Null until the zoom is known. */
  readonly isOverview: boolean | null
  /** The box under the pointer in the overview. */
  readonly pointed: string | null
  readonly flow: ReactFlowInstance<CanvasNode, CanvasEdge> | null
}

const none: ReadonlySet<string> = new Set()

/** State of the one canvas there is. */
export const canvasStore = createStore<CanvasState>(() => ({
  nodes: [],
  edges: [],
  selectedEdges: none,
  selectedNotes: none,
  hoveredEdge: null,
  hoveredNode: null,
  targets: null,
  litLayers: none,
  dropEdge: null,
  layout: null,
  refusal: null,
  hasMinimap: false,
  isOverview: null,
  pointed: null,
  flow: null,
}))
