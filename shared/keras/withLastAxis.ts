import { inferGraph } from '../infer.ts'
import { findLayer } from '../layers/index.ts'
import { isCall, type LayerEntry, type Project } from '../project.ts'

/** The axis counted from the end where it is the last one, which Keras 2 counts from the start: −1 fits inputs of any rank. */
export const withLastAxis = (project: Project): Project => {
  const counted = (layer: LayerEntry) => {
    const param = findLayer(layer.type)?.params['axis']
    return param?.kind === 'int' && param.default === -1 && Number(layer.params['axis']) > 0
  }
  if (!Object.values(project.layers).some(counted)) return project
  const { nodes } = inferGraph(project)
  const layers = Object.entries(project.layers).map(([id, layer]) => {
    const calls = Object.entries(project.nodes).filter(([, node]) => isCall(node) && node.layer === id)
    const isLast = calls.every(([call]) => {
      const specs = Object.values(nodes[call]?.inputs ?? {}).flat()
      return specs.length > 0 && specs.every(({ shape }) => shape.length === layer.params['axis'])
    })
    return [
      id,
      counted(layer) && isLast ? { ...layer, params: { ...layer.params, axis: -1 } } : layer,
    ] as const
  })
  return { ...project, layers: Object.fromEntries(layers) }
}
