import * as tf from '@tensorflow/tfjs-core'
import { momentsAlong, standardise } from './standardise.ts'

/** What tfjs' LayerNormalization layer holds once built. */
export interface LayerNormalizationLayer {
  readonly axis: readonly number[]
  readonly epsilon: number
  readonly gamma: { read(): tf.Tensor } | null | undefined
  readonly beta: { read(): tf.Tensor } | null | undefined
}

/** Layer normalisation while training: tfjs' own has no gradient without gamma or beta, and spreads every moment over the whole tensor. */
export const layerNormalize = (
  { axis, epsilon, gamma, beta }: LayerNormalizationLayer,
  inputs: tf.Tensor | tf.Tensor[],
): tf.Tensor =>
  tf.tidy(() => {
    const x = Array.isArray(inputs) ? (inputs[0] as tf.Tensor) : inputs
    const axes = [...axis]
    const wide = (weight: { read(): tf.Tensor }) =>
      tf.reshape(
        weight.read(),
        x.shape.map((size, index) => (axes.includes(index) ? size : 1)),
      )
    const normal = standardise(x, axes, momentsAlong(x, axes), epsilon)
    const scaled = gamma ? tf.mul(normal, wide(gamma)) : normal
    return beta ? tf.add(scaled, wide(beta)) : scaled
  })
