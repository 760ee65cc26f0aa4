import * as tf from '@tensorflow/tfjs-core'
import { type Scalar, type Tensor, tidy, variableGrads } from '@tensorflow/tfjs-core'
import type { CompiledModel, RunnableModel } from '../compile/compile.ts'
import { applyHead, type Loss } from './losses.ts'
import type { createUpdater } from './updateWeights.ts'

/** How an output is judged. */
export interface OutputLoss {
  readonly loss: Loss
  readonly weight: number
}
/** Losses of one batch: the total, then each output's, and what the model said of each row if it was asked for. */
export interface BatchResult {
  readonly losses: readonly number[]
  readonly predicted: readonly Float32Array[]
}

/** Σ weight · loss(output) + regularisation, with its parts. */
export const totalLoss = (
  outputs: readonly Tensor[],
  targets: readonly Tensor[],
  losses: readonly OutputLoss[],
  regularisation: readonly Scalar[],
): { total: Scalar; parts: Scalar[] } => {
  const parts = losses.map(({ loss }, index) => loss(outputs[index] as Tensor, targets[index] as Tensor))
  const weighted = parts.map((part, index) => tf.mul(part, losses[index]?.weight ?? 1))
  const total = [...weighted, ...regularisation].reduce((sum, part) => tf.add(sum, part))
  return { total: total as Scalar, parts }
}

const read = (scalar: Tensor) => scalar.dataSync<'float32'>()[0] ?? Number.NaN

/** What a batch's outputs say, row after row: probabilities where an output has a head. */
export const readOutputs = ({ heads }: RunnableModel, outputs: readonly Tensor[]): Float32Array[] =>
  outputs.map((output, index) =>
    tidy(() =>
      applyHead(output, heads[index] ?? null)
        .dataSync<'float32'>()
        .slice(),
    ),
  )

/**
 * One step of training on a batch: losses before the step, then the weights are updated unless the total is not finite.
 * Leaves no tensor behind.
 */
export const trainStep = (
  compiled: CompiledModel,
  inputs: readonly Tensor[],
  targets: readonly Tensor[],
  losses: readonly OutputLoss[],
  update: (gradients: Parameters<ReturnType<typeof createUpdater>>[0]) => void,
  wantsOutputs: boolean,
): BatchResult => {
  const result = { losses: [] as number[], predicted: [] as readonly Float32Array[] }
  const trainable = compiled.weights.filter((weight) => weight.trainable).map(({ variable }) => variable)
  const forward = () => {
    const outputs = compiled.execute(inputs, true)
    const { total, parts } = totalLoss(outputs, targets, losses, compiled.regularisation())
    result.losses = parts.map(read)
    if (wantsOutputs) result.predicted = readOutputs(compiled, outputs)
    return total
  }
  tidy(() => {
    const { value, grads } =
      trainable.length > 0 ? variableGrads(forward, trainable) : { value: forward(), grads: {} }
    const total = read(value)
    result.losses.unshift(total)
    if (Number.isFinite(total)) update(grads)
  })
  return result
}
