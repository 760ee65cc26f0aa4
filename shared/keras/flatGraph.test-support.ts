import { indexGraph, topologicalOrder } from '../graph.ts'
import { findLayer } from '../layers/index.ts'
import { paramValues } from '../layers/values.ts'
import { isCall, isInput, isOutput, type Project } from '../project.ts'

/** A parameter's value without the catalogue entries that values of wrappers carry. */
const plain = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (key, item: unknown) => (key === 'definition' ? undefined : item)) ?? 'null',
  )

/**
 * A document's graph with nothing but what it computes: layers with all their parameters, which call each other how,
 * which share weights, inputs, outputs with their losses. Names, ids, places, groups and the order of nodes are gone,
 * so two documents with equal results are the same graph.
 */
export const flatGraph = (project: Project) => {
  const index = indexGraph(project)
  const order = topologicalOrder(index)
  const inputs = order.filter((id) => project.nodes[id] && isInput(project.nodes[id]))
  const layers = new Map<string, number>()
  const keys = new Map<string, string>()
  const calls: unknown[] = []
  // From the outputs back, in their order and in the order of ports: the same for every order of nodes.
  const visit = (id: string): string => {
    const known = keys.get(id)
    if (known !== undefined) return known
    const node = project.nodes[id]
    if (!node) throw new Error(`There is no node ${id}.`)
    const entering = (index.incoming.get(id) ?? []).map(
      ({ from, out, in: port }) => [port, visit(from), out] as const,
    )
    const sorted = entering.toSorted(([one], [other]) => one.localeCompare(other))
    const key = String(keys.size)
    keys.set(id, key)
    if (isInput(node)) calls.push({ input: inputs.length, shape: node.input.shape, dtype: node.input.dtype })
    else if (isOutput(node))
      calls.push({
        loss: node.output.loss,
        weight: node.output.lossWeight,
        metrics: node.output.metrics,
        from: sorted,
      })
    else {
      if (!layers.has(node.layer)) layers.set(node.layer, layers.size)
      const layer = project.layers[node.layer]
      const definition = findLayer(layer?.type ?? '')
      const values = definition && layer ? paramValues(definition, layer.params) : layer?.params
      calls.push({ layer: layers.get(node.layer), type: layer?.type, values: plain(values), from: sorted })
    }
    return key
  }
  for (const [id, node] of Object.entries(project.nodes)) if (isOutput(node)) visit(id)
  const count = Object.values(project.nodes).filter(isCall).length
  return { calls, nodes: count }
}
