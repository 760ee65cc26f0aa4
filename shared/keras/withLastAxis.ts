import { inferGraph } from '../infer.ts'
import { findLayer } from '../layers/index.ts'
import { isCall, type LayerEntry, type Project } from '../project.ts'

/**
 * The axis of these layers counted from the end where it is the last one: Keras 2 counts it from the start once a layer
 * has weights, and writes it as a list.
 */
export const withLastAxis = (project: Project, counted: ReadonlySet<string>): Project => {
  const fromStart = (id: string, layer: LayerEntry) => {
    const param = findLayer(layer.type)?.params['axis']
    return (
      counted.has(id) && param?.kind === 'int' && param.default === -1 && Number(layer.params['axis']) > 0
    )
  }
  if (!Object.entries(project.layers).some(([id, layer]) => fromStart(id, layer))) return project
  const { nodes } = inferGraph(project)
  const layers = Object.entries(project.layers).map(([id, layer]) => {
    const calls = Object.entries(project.nodes).filter(([, node]) => isCall(node) && node.layer === id)
    const isLast = calls.every(([call]) => {
      const specs = Object.values(nodes[call]?.inputs ?? {}).flat()
      return specs.length > 0 && specs.every(({ shape }) => shape.length === layer.params['axis'])
    })
    return [
      id,
      fromStart(id, layer) && isLast ? { ...layer, params: { ...layer.params, axis: -1 } } : layer,
    ] as const
  })
  return { ...project, layers: Object.fromEntries(layers) }
}
