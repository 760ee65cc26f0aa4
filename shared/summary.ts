import { isBypassed, withoutBypassed } from './bypass.ts'
import { indexGraph, layerOf } from './graph.ts'
import type { GraphAnalysis } from './infer.ts'
import type { Shape } from './layers/define.ts'
import { findLayer } from './layers/index.ts'
import { modelNames } from './names.ts'
import { isCall, isInput, isOutput, type Project } from './project.ts'

/** One call of a layer, or an input, as Keras' `summary()` lists it. */
export interface SummaryRow {
  /** The node. */
  readonly id: string
  /** The layer; null for an input. Calls of a shared layer have the same. */
  readonly layer: string | null
  readonly name: string
  /** The layer's title in the catalogue. */
  readonly type: string
  /** One an output port, without the batch axis; empty while unknown. */
  readonly shapes: readonly Shape[]
  /** 0 for later calls of a shared layer. */
  readonly parameters: number
  /** Names of what it takes in, in the order of the edges. */
  readonly from: readonly string[]
  readonly flops: number
  readonly memoryBytes: number
}

/** Every input and every call of a layer in the order of the computation; without outputs and bypassed nodes. */
export const summaryRows = (project: Project, analysis: GraphAnalysis): readonly SummaryRow[] => {
  const { layers, inputs } = modelNames(project)
  const { incoming } = indexGraph(withoutBypassed(project))
  const place = new Map(analysis.order.map((id, index) => [id, index]))
  const at = (id: string) => place.get(id) ?? Infinity
  const nameOf = (id: string): string => {
    const node = Object.hasOwn(project.nodes, id) ? project.nodes[id] : undefined
    return (node && isCall(node) ? layers.get(node.layer) : inputs.get(id)) ?? id
  }
  return Object.entries(project.nodes)
    .filter(([, node]) => !isOutput(node) && !isBypassed(node))
    .toSorted(([one], [other]) => at(one) - at(other))
    .map(([id, node]): SummaryRow => {
      const { outputs = {}, parameters = 0, flops = 0, memoryBytes = 0 } = analysis.nodes[id] ?? {}
      const type = layerOf(project, node)?.type ?? ''
      return {
        id,
        layer: isCall(node) ? node.layer : null,
        name: nameOf(id),
        type: isInput(node) ? 'InputLayer' : (findLayer(type)?.title ?? type),
        shapes: Object.values(outputs).map(({ shape }) => shape),
        parameters,
        from: (incoming.get(id) ?? []).map(({ from }) => nameOf(from)),
        flops,
        memoryBytes,
      }
    })
}
