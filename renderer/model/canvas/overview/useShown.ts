import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { CanvasEdge } from '../canvasEdges.ts'
import { canvasStore } from '../canvasStore.ts'
import { isOverviewAt } from './overviewMode.ts'
import { shownNodes } from './shownNodes.ts'

const noEdges: CanvasEdge[] = []

/** What React Flow has to draw: the graph, and from afar next to nothing. `firstZoom` is the one it starts with. */
export const useShown = (firstZoom: number) => {
  const nodes = useStore(canvasStore, (state) => state.nodes)
  const edges = useStore(canvasStore, (state) => state.edges)
  const pointed = useStore(canvasStore, (state) => state.pointed)
  const isOverview = useStore(
    canvasStore,
    (state) => state.isOverview ?? isOverviewAt(firstZoom, state.nodes.length, false),
  )
  const shown = useMemo(() => (isOverview ? shownNodes(nodes, pointed) : nodes), [nodes, pointed, isOverview])
  return { nodes: shown, edges: isOverview ? noEdges : edges, isOverview }
}
