import { resolveLayer } from './analysis/resolveLayer.ts'
import { oneInput, oneOutput, type Port } from './layers/define.ts'
import { findLayer } from './layers/index.ts'
import { defaultValues } from './layers/values.ts'
import { strongComponents } from './strongComponents.ts'
import {
  type Edge,
  type GraphNode,
  isCall,
  isInput,
  isOutput,
  type LayerEntry,
  type Project,
} from './project.ts'

/** Edges by the node they enter and leave, in document order. Edges of missing nodes are in `broken` only. */
export interface GraphIndex {
  readonly incoming: ReadonlyMap<string, readonly Edge[]>
  readonly outgoing: ReadonlyMap<string, readonly Edge[]>
  readonly broken: readonly Edge[]
}

/** Indexes a project's edges once, for everything that walks the graph. */
export const indexGraph = ({ nodes, edges }: Pick<Project, 'nodes' | 'edges'>): GraphIndex => {
  const incoming = new Map<string, Edge[]>(Object.keys(nodes).map((id) => [id, []]))
  const outgoing = new Map<string, Edge[]>(Object.keys(nodes).map((id) => [id, []]))
  const broken: Edge[] = []
  for (const edge of edges) {
    const into = incoming.get(edge.to)
    const outOf = outgoing.get(edge.from)
    if (into && outOf) {
      into.push(edge)
      outOf.push(edge)
    } else broken.push(edge)
  }
  return { incoming, outgoing, broken }
}

/** The node of this id, or undefined; safe for any string, such as `constructor`. */
export const findNode = ({ nodes }: Pick<Project, 'nodes'>, id: string): GraphNode | undefined =>
  Object.hasOwn(nodes, id) ? nodes[id] : undefined

/** The layer a node calls, or undefined for inputs, outputs and calls of a layer that is missing. */
export const layerOf = ({ layers }: Pick<Project, 'layers'>, node: GraphNode): LayerEntry | undefined =>
  isCall(node) && Object.hasOwn(layers, node.layer) ? layers[node.layer] : undefined

/** Ports where edges may enter a node, or null when its layer's type is unknown and any port is accepted. */
export const inputPorts = (project: Project, node: GraphNode): readonly Port[] | null => {
  if (isInput(node)) return []
  if (isOutput(node)) return oneInput
  const layer = layerOf(project, node)
  const definition = findLayer(layer?.type ?? '')
  if (!layer || !definition) return null
  const values = definition.usedInputs && resolveLayer(layer)?.values
  return (values && definition.usedInputs?.(values)) || definition.inputs
}

/** Ports where edges may leave a node, or null when its layer's type is unknown; for broken values those of the defaults. */
export const outputPorts = (project: Project, node: GraphNode): readonly Port[] | null => {
  if (isInput(node)) return oneOutput
  if (isOutput(node)) return []
  const layer = layerOf(project, node)
  const resolved = layer && resolveLayer(layer)
  return resolved ? (resolved.ports ?? resolved.definition.outputs(defaultValues(resolved.definition))) : null
}

/** Nodes so that every edge leads forward (those on a cycle or behind one are left out), otherwise in document order. */
export const topologicalOrder = ({ incoming, outgoing }: GraphIndex): readonly string[] => {
  const waiting = new Map<string, number>()
  const order: string[] = []
  for (const [id, edges] of incoming) {
    if (edges.length) waiting.set(id, edges.length)
    else order.push(id)
  }
  for (let next = 0; next < order.length; next++) {
    for (const { to } of outgoing.get(order[next] ?? '') ?? []) {
      const left = (waiting.get(to) ?? 0) - 1
      waiting.set(to, left)
      if (left === 0) order.push(to)
    }
  }
  return order
}

/** Whether a path of edges leads from one node to another; a node reaches itself. */
export const reaches = ({ outgoing }: GraphIndex, from: string, to: string): boolean => {
  const seen = new Set([from])
  for (const id of seen) {
    if (id === to) return true
    for (const edge of outgoing.get(id) ?? []) seen.add(edge.to)
  }
  return false
}

/** The nodes that lie on a cycle. */
export const cyclicNodes = (
  { incoming, outgoing }: GraphIndex,
  order: readonly string[],
): ReadonlySet<string> => {
  const ordered = new Set(order)
  const rest = [...incoming.keys()].filter((id) => !ordered.has(id))
  const next = (id: string) => (outgoing.get(id) ?? []).map(({ to }) => to).filter((to) => !ordered.has(to))
  const loops = strongComponents(rest, next).filter(
    ([id = '', other]) => other !== undefined || next(id).includes(id),
  )
  return new Set(loops.flat())
}
