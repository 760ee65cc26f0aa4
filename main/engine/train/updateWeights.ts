import { getBackend, type NamedTensorMap, type Tensor, tensor, tidy } from '@tensorflow/tfjs-core'
import { freshTensor, heapView } from '../backends/heapView.ts'
import type { Weight } from '../compile/compile.ts'
import type { Optimizer } from './optimizer.ts'

/** The values that one variable gets from its old ones and its gradient, as a new tensor: kernels may hold packed copies of the old. */
const next = (
  { variable, shape }: Weight,
  gradient: Tensor,
  rule: (from: Float32Array, to: Float32Array, gradient: Float32Array) => void,
): Tensor => {
  if (getBackend() === 'wasm') {
    const fresh = freshTensor(shape)
    rule(heapView(variable), heapView(fresh), heapView(gradient))
    return fresh
  }
  const to = new Float32Array(variable.size)
  rule(variable.dataSync<'float32'>(), to, gradient.dataSync<'float32'>())
  return tensor(to, [...shape])
}

const assign = ({ variable, constraint }: Weight, values: Tensor) =>
  tidy(() => variable.assign(constraint ? constraint(values) : values))

/** Applies an optimizer to the trainable weights, step after step; keeps its slots. Weights without a gradient stay. */
export const createUpdater = (weights: readonly Weight[], optimizer: Optimizer) => {
  const trained = weights.filter(({ trainable }) => trainable)
  const slots = trained.map(({ variable }) =>
    optimizer.slots.map((start) => new Float32Array(variable.size).fill(start)),
  )
  let step = 0
  return (gradients: NamedTensorMap, learningRate: number): void => {
    step++
    for (const [index, weight] of trained.entries()) {
      const gradient = gradients[weight.variable.name]
      if (!gradient) continue
      const values = next(weight, gradient, (from, to, slope) =>
        optimizer.update(from, to, slope, slots[index] ?? [], learningRate, step),
      )
      assign(weight, values)
      values.dispose()
    }
  }
}
