import { findNode, layerOf } from '../graph.ts'
import type { GraphNode, LayerEntry, Project } from '../project.ts'
import { type Inferred, inferBehindCycle, inferNode, type Walk } from './inferNode.ts'
import { keepSame } from './keepSame.ts'
import type { OrderedGraph } from './orderGraph.ts'

/** What was known of a node, and of what that was made. */
interface Trace {
  readonly inferred: Inferred
  readonly node: GraphNode
  readonly layer: LayerEntry | undefined
  /** What was known of the nodes that feed it, edge by edge. */
  readonly sources: readonly (Inferred | undefined)[]
  /** Weight shapes of its layer before this call and after it. */
  readonly called: readonly [string | undefined, string | undefined]
}
/** What was known of a document's nodes, to start from after an edit. */
export interface Memory {
  readonly graph: OrderedGraph
  readonly data: Project['data']
  readonly traces: ReadonlyMap<string, Trace>
}

/** Whether a trace still holds. One with problems never does: their sentences may name other nodes. */
const holds = (walk: Walk, id: string, node: GraphNode, call: string, trace: Trace) =>
  trace.node === node &&
  trace.layer === layerOf(walk.project, node) &&
  trace.inferred.problems.length === 0 &&
  trace.called[0] === walk.called.get(call) &&
  (walk.index.incoming.get(id) ?? []).every(({ from }, edge) => walk.nodes[from] === trace.sources[edge])

/**
 * What can be said of every node from what is before it. Where neither the edges nor the data changed since `memory`,
 * nodes that the edit doesn't reach are not even looked into; elsewhere, what says the same is the same object.
 */
export const inferNodes = (
  project: Project,
  graph: OrderedGraph,
  memory: Memory | undefined,
): { readonly walk: Walk; readonly memory: Memory } => {
  const walk: Walk = { project, index: graph.index, nodes: Object.create(null), called: new Map() }
  const traces = new Map<string, Trace>()
  const isSameGraph = memory?.graph === graph && memory.data === project.data
  for (const id of graph.order) {
    const node = findNode(project, id)
    if (!node) continue
    const call = 'layer' in node ? String(node.layer) : ''
    const before = memory?.traces.get(id)
    if (isSameGraph && before && holds(walk, id, node, call, before)) {
      walk.nodes[id] = before.inferred
      if (before.called[1] !== undefined) walk.called.set(call, before.called[1])
      traces.set(id, before)
      continue
    }
    const first = walk.called.get(call)
    const inferred = keepSame(before?.inferred, inferNode(walk, id, node))
    walk.nodes[id] = inferred
    const sources = (walk.index.incoming.get(id) ?? []).map(({ from }) => walk.nodes[from])
    const layer = layerOf(project, node)
    traces.set(id, { inferred, node, layer, sources, called: [first, walk.called.get(call)] })
  }
  const ordered = new Set(graph.order)
  for (const [id, node] of Object.entries(project.nodes))
    if (!ordered.has(id)) walk.nodes[id] = inferBehindCycle(walk, id, node)
  return { walk, memory: { graph, data: project.data, traces } }
}
