import { ProblemError } from '../../../shared/problems.ts'
import { hasWeights, weightsConfig } from './tfjsConfig.ts'
import type { Topology } from './topology.ts'

/**
 * For each input of the model how many numbers, from 0, the layer knows that looks its values up, the least where there are
 * several; null where there is none. A value beyond must never reach a backend, which would read foreign memory. Follows
 * layers without weights, which pass values on; throws `dtypeMismatch` for ids that a layer with weights computes.
 */
export const idLimits = ({ config }: Topology): readonly (number | null)[] => {
  const layers = new Map(config.layers.map((layer) => [layer.name, layer]))
  const limits = new Map<string, number>()
  const visit = (name: string, limit: number, seen: Set<string>, node: string) => {
    const layer = layers.get(name)
    if (!layer || seen.has(name)) return
    seen.add(name)
    if (layer.inbound_nodes.length === 0) limits.set(name, Math.min(limit, limits.get(name) ?? limit))
    if (hasWeights(layer.config))
      throw new ProblemError('dtypeMismatch', { needed: 'int32', found: 'float32', node })
    for (const [source] of layer.inbound_nodes.flat()) visit(source, limit, seen, node)
  }
  for (const { name, config: own, inbound_nodes } of config.layers) {
    const limit = weightsConfig(own).num_tokens ?? (own.embeddings_initializer && own.input_dim)
    if (typeof limit !== 'number') continue
    const seen = new Set<string>()
    for (const [source] of inbound_nodes.flat()) visit(source, limit, seen, name)
  }
  return config.input_layers.map(([name]) => limits.get(name) ?? null)
}
