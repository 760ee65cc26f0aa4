import * as tf from '@tensorflow/tfjs-core'

/**
 * (x − mean) / √(variance + ε) along `axes`. With x̂ the result, its slope from dx̂ is
 * (dx̂ − mean(dx̂) − x̂ · mean(dx̂ · x̂)) / √(variance + ε): Ioffe and Szegedy, https://arxiv.org/abs/1502.03167, section 3.
 * `mean` and `variance` keep these axes, as axes of 1.
 */
export const standardise = (
  x: tf.Tensor,
  axes: number[],
  { mean, variance }: { mean: tf.Tensor; variance: tf.Tensor },
  epsilon: number,
): tf.Tensor =>
  tf.customGrad((x, save) => {
    const inverse = tf.rsqrt(tf.add(variance, epsilon))
    const normal = tf.mul(tf.sub(x as tf.Tensor, mean), inverse)
    ;(save as tf.GradSaveFunc)([normal, inverse])
    return {
      value: normal,
      gradFunc: (dy, saved) => {
        const [slope, standard, factor] = [dy as tf.Tensor, saved[0] as tf.Tensor, saved[1] as tf.Tensor]
        const share = tf.mul(standard, tf.mean(tf.mul(slope, standard), axes, true))
        return tf.mul(tf.sub(tf.sub(slope, tf.mean(slope, axes, true)), share), factor)
      },
    }
  })(x)

/** Mean and variance along `axes`, which stay as axes of 1. */
export const momentsAlong = (x: tf.Tensor, axes: number[]) => {
  const mean = tf.mean(x, axes, true)
  return { mean, variance: tf.mean(tf.square(tf.sub(x, mean)), axes, true) }
}
