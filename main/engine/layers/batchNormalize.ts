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

/** What Keras adds to a count of rows that may be 0. */
const fuzz = 1e-7

/** The rows brought to mean 0 and variance 1, both taken over those that a mask counts. */
const standardiseCounted = (rows: tf.Tensor, mask: tf.Tensor, epsilon: number) => {
  const counted = tf.reshape(tf.cast(mask, 'float32'), [-1, 1])
  const share = tf.div(counted, tf.add(tf.sum(counted), fuzz))
  const mean = tf.sum(tf.mul(rows, share), 0)
  const distance = tf.sub(rows, mean)
  const variance = tf.sum(tf.mul(tf.square(distance), share), 0)
  return { mean, variance, normal: tf.mul(distance, tf.rsqrt(tf.add(variance, epsilon))) }
}

const standardiseAll = (rows: tf.Tensor, epsilon: number) => {
  const moments = momentsAlong(rows, [0])
  const [mean, variance] = [tf.squeeze(moments.mean, [0]), tf.squeeze(moments.variance, [0])]
  return { mean, variance, normal: standardise(rows, [0], moments, epsilon) }
}

/**
 * Batch normalisation along the last axis while training: by the batch's own mean and variance, which the moving ones follow.
 * A mask says which of its rows count for them.
 */
export const batchNormalize = (
  { momentum, epsilon, gamma, beta, movingMean, movingVariance }: NormalizationLayer,
  inputs: tf.Tensor | tf.Tensor[],
  mask?: tf.Tensor,
): tf.Tensor =>
  tf.tidy(() => {
    const x = Array.isArray(inputs) ? (inputs[0] as tf.Tensor) : inputs
    const rows = tf.reshape(x, [-1, x.shape.at(-1) ?? 1])
    const { mean, variance, normal } =
      mask?.size === rows.shape[0] ? standardiseCounted(rows, mask, epsilon) : standardiseAll(rows, epsilon)
    follow(movingMean, mean, momentum)
    follow(movingVariance, variance, momentum)
    const scaled = gamma ? tf.mul(normal, gamma.read()) : normal
    return tf.reshape(beta ? tf.add(scaled, beta.read()) : scaled, x.shape)
  })
