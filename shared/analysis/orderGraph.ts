import { cyclicNodes, type GraphIndex, indexGraph, topologicalOrder } from '../graph.ts'
import type { Project } from '../project.ts'

/** A graph's edges by node, its nodes in order, and those on a cycle. */
export interface OrderedGraph {
  readonly index: GraphIndex
  readonly order: readonly string[]
  readonly cyclic: ReadonlySet<string>
}

const known = new WeakMap<
  Project['edges'],
  { readonly nodes: Project['nodes']; readonly graph: OrderedGraph }
>()

/** Index, order and cycles of a document's graph; the same object for as long as neither its nodes nor its edges change. */
export const orderGraph = ({ nodes, edges }: Project): OrderedGraph => {
  const before = known.get(edges)
  if (before?.nodes === nodes) return before.graph
  const index = indexGraph({ nodes, edges })
  const order = topologicalOrder(index)
  const graph = { index, order, cyclic: cyclicNodes(index, order) }
  known.set(edges, { nodes, graph })
  return graph
}
