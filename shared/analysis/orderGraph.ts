import { cyclicNodes, type GraphIndex, indexGraph, topologicalOrder } from '../graph.ts'
import type { Project } from '../project.ts'

/** A graph's edges by node, its nodes in order, and those on a cycle. */
export interface OrderedGraph {
  readonly index: GraphIndex
  readonly order: readonly string[]
  readonly cyclic: ReadonlySet<string>
}

interface Known {
  readonly ids: readonly string[]
  readonly graph: OrderedGraph
}
const known = new WeakMap<Project['edges'], Known>()

/** Index, order and cycles of a document's graph; the same object for as long as its edges and its nodes' ids stay. */
export const orderGraph = ({ nodes, edges }: Project): OrderedGraph => {
  const ids = Object.keys(nodes)
  const before = known.get(edges)
  if (before?.ids.length === ids.length && before.ids.every((id, at) => id === ids[at])) return before.graph
  const index = indexGraph({ nodes, edges })
  const order = topologicalOrder(index)
  const graph = { index, order, cyclic: cyclicNodes(index, order) }
  known.set(edges, { ids, graph })
  return graph
}
