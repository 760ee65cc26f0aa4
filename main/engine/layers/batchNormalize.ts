import * as tf from '@tensorflow/tfjs-core'

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

/**
 * (x − mean) / √(variance + ε) over the rows of [rows, channels]. With x̂ the result, its slope from dx̂ is
 * (dx̂ − mean(dx̂) − x̂ · mean(dx̂ · x̂)) / √(variance + ε): Ioffe and Szegedy, https://arxiv.org/abs/1502.03167, section 3.
 */
const standardise = (rows: tf.Tensor, mean: tf.Tensor, inverse: tf.Tensor): tf.Tensor =>
  tf.customGrad((x, save) => {
    const normal = tf.mul(tf.sub(x as tf.Tensor, mean), inverse)
    ;(save as tf.GradSaveFunc)([normal, inverse])
    return {
      value: normal,
      gradFunc: (dy, saved) => {
        const [slope, standard, factor] = [dy as tf.Tensor, saved[0] as tf.Tensor, saved[1] as tf.Tensor]
        const share = tf.mul(standard, tf.mean(tf.mul(slope, standard), 0))
        return tf.mul(tf.sub(tf.sub(slope, tf.mean(slope, 0)), share), factor)
      },
    }
  })(rows)

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
    const mean = tf.mean(rows, 0)
    const variance = tf.mean(tf.square(tf.sub(rows, mean)), 0)
    follow(movingMean, mean, momentum)
    follow(movingVariance, variance, momentum)
    const normal = standardise(rows, mean, tf.rsqrt(tf.add(variance, epsilon)))
    const scaled = gamma ? tf.mul(normal, gamma.read()) : normal
    return tf.reshape(beta ? tf.add(scaled, beta.read()) : scaled, x.shape)
  })
