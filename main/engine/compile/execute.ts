import type { Tensor } from '@tensorflow/tfjs-core'
import type { LayersModel } from '@tensorflow/tfjs-layers'
import type { NodeRef, Topology } from './topology.ts'

type Layer = LayersModel['layers'][number]
/** Runs the model on its inputs, in their order. The caller tidies. */
export type Execute = (inputs: readonly Tensor[], training: boolean) => Tensor[]

interface Step {
  readonly layer: Layer
  /** Places of its inputs and of its first output among all values. */
  readonly from: readonly number[]
  readonly to: number
}

const key = ([layer, node]: NodeRef) => `${layer}\u0000${node}`

/**
 * Every call of the model once, in order. tfjs' own executor calls a layer again for each of its outputs, and hands one
 * layer's initial state on to the next.
 */
export const createExecute = (model: LayersModel, { config }: Topology): Execute => {
  const layers = new Map(model.layers.map((layer) => [layer.name, layer]))
  const places = new Map<string, number>()
  const steps: Step[] = []
  let count = 0
  for (const ref of config.input_layers) places.set(key(ref), count++)
  const waiting = new Set(
    config.layers.flatMap(({ name, inbound_nodes }) =>
      inbound_nodes.map((inbound, node) => ({ ref: [name, node, 0] as const, inbound })),
    ),
  )
  for (let before = -1; waiting.size !== before; ) {
    before = waiting.size
    for (const call of waiting) {
      const layer = layers.get(call.ref[0])
      if (!layer || !call.inbound.every(([name, node]) => places.has(key([name, node, 0])))) continue
      const from = call.inbound.map(
        ([name, node, tensor]) => (places.get(key([name, node, 0])) ?? 0) + tensor,
      )
      steps.push({ layer, from, to: count })
      places.set(key(call.ref), count)
      const { outputTensors } = layer.inboundNodes[call.ref[1]] ?? { outputTensors: [] }
      count += outputTensors.length
      waiting.delete(call)
    }
  }
  const results = config.output_layers.map((ref) => (places.get(key(ref)) ?? 0) + ref[2])
  return (inputs, training) => {
    const values: Tensor[] = [...inputs]
    for (const { layer, from, to } of steps) {
      const given = from.map((place) => values[place] as Tensor)
      const output = layer.apply(given.length === 1 ? (given[0] as Tensor) : given, { training })
      for (const [index, tensor] of [output].flat().entries()) values[to + index] = tensor as Tensor
    }
    return results.map((place) => values[place] as Tensor)
  }
}
