import * as tf from '@tensorflow/tfjs-core'
import { momentsAlong, standardise } from './standardise.ts'

interface StoredWeight {
  read(): tf.Tensor
  write(value: tf.Tensor): unknown
}
/** What tfjs' BatchNormalization layer holds once built. */
export interface NormalizationLayer {
  readonly momentum: number
  readonly epsilon: number
  readonly gamma: StoredWeight | null | undefined
  readonly beta: StoredWeight | null | undefined
  readonly movingMean: StoredWeight
  readonly movingVariance: StoredWeight
}

/** new = old · momentum + value · (1 − momentum), as Keras 3 does; tfjs corrects the variance, which fails for one row. */
const follow = (weight: StoredWeight, value: tf.Tensor, momentum: number) =>
  weight.write(tf.add(tf.mul(weight.read(), momentum), tf.mul(value, 1 - momentum)))

/** Batch normalisation along the last axis while training: by the batch's own mean and variance, which the moving ones follow. */
export const batchNormalize = (
  { momentum, epsilon, gamma, beta, movingMean, movingVariance }: NormalizationLayer,
  inputs: tf.Tensor | tf.Tensor[],
): tf.Tensor =>
  tf.tidy(() => {
    const x = Array.isArray(inputs) ? (inputs[0] as tf.Tensor) : inputs
    const rows = tf.reshape(x, [-1, x.shape.at(-1) ?? 1])
    const moments = momentsAlong(rows, [0])
    follow(movingMean, tf.squeeze(moments.mean, [0]), momentum)
    follow(movingVariance, tf.squeeze(moments.variance, [0]), momentum)
    const normal = standardise(rows, [0], moments, epsilon)
    const scaled = gamma ? tf.mul(normal, gamma.read()) : normal
    return tf.reshape(beta ? tf.add(scaled, beta.read()) : scaled, x.shape)
  })
