import { type ResolvedLayer, resolveLayer } from '../analysis/resolveLayer.ts'
import { layerOf } from '../graph.ts'
import { isCall, type LayerEntry } from '../project.ts'
import type { Case } from './repair.ts'

interface OwnLayer {
  readonly id: string
  readonly layer: LayerEntry
  readonly resolved: ResolvedLayer
}

/** The layer that the node with the problem calls, where this version knows it. */
export const ownLayer = ({ project, node }: Case): OwnLayer | null => {
  const layer = node && layerOf(project, node)
  const resolved = layer && resolveLayer(layer)
  return node && isCall(node) && layer && resolved ? { id: node.layer, layer, resolved } : null
}
