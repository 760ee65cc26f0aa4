import { straightEdge } from '../bypass.ts'
import { findNode, type GraphIndex, layerOf } from '../graph.ts'
import { resolveLayer } from '../analysis/resolveLayer.ts'
import { isCall, type Project } from '../project.ts'

/** Walks back from a node along main inputs to the first layer that `isIt`, through others that only hand values on. */
const walkBack = (
  project: Project,
  index: GraphIndex,
  id: string,
  isIt: (type: string, params: ReadonlySet<string>) => boolean,
): string | null => {
  const seen = new Set<string>()
  for (let at = id; !seen.has(at); ) {
    seen.add(at)
    const here = findNode(project, at)
    const edge = here && straightEdge(project, here, index.incoming.get(at) ?? [])
    const node = edge && findNode(project, edge.from)
    if (!edge || !node || !isCall(node)) return null
    const layer = layerOf(project, node)
    const resolved = layer && resolveLayer(layer)
    if (!layer || !resolved?.values) return null
    if (isIt(layer.type, new Set(Object.keys(resolved.definition.params)))) return edge.from
    if (resolved.definition.outputActivation?.(resolved.values) !== 'input' && !node.bypassed) return null
    at = edge.from
  }
  return null
}

/** The node before an output whose parameter of this name decides what arrives there; null when there is none. */
export const headWith = (
  project: Project,
  index: GraphIndex,
  outputId: string,
  param: string,
): string | null => walkBack(project, index, outputId, (_, params) => params.has(param))
