import type { Tensor } from '@tensorflow/tfjs-core'
import type { LayersModel } from '@tensorflow/tfjs-layers'
import { makesMask } from '../layers/ownLayers.ts'
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

interface Value {
  readonly tensor: Tensor
  /** Which of its steps count; null when all do. */
  readonly mask: Tensor | null
}

const apply = (layer: Layer, given: readonly Value[], kwargs: Record<string, unknown>): Tensor[] => {
  const tensors = given.map(({ tensor }) => tensor)
  return [layer.apply(tensors.length === 1 ? (tensors[0] as Tensor) : tensors, kwargs)].flat() as Tensor[]
}

const runStep = (layer: Layer, given: readonly Value[], training: boolean): readonly Value[] =>
  apply(layer, given, { training }).map((tensor) => ({ tensor, mask: null }))

/** As tfjs' executor does it, but that each output has its own mask. */
const runWithMasks = (layer: Layer, given: readonly Value[], training: boolean): readonly Value[] => {
  const mask = given[0]?.mask
  const outputs = apply(layer, given, mask ? { training, mask } : { training })
  const masks = layer.supportsMasking
    ? layer.computeMask(
        given.map(({ tensor }) => tensor),
        given.map((value) => value.mask) as Tensor[],
      )
    : null
  return outputs.map((tensor, index) => ({ tensor, mask: [masks].flat()[index] ?? null }))
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
  const run = config.layers.some(makesMask) ? runWithMasks : runStep
  return (inputs, training) => {
    const values: Value[] = inputs.map((tensor) => ({ tensor, mask: null }))
    for (const step of steps) {
      const given = step.from.map((place) => values[place] as Value)
      for (const [index, value] of run(step.layer, given, training).entries()) values[step.to + index] = value
    }
    return results.map((place) => (values[place] as Value).tensor)
  }
}
