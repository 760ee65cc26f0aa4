import * as tf from '@tensorflow/tfjs-core'
import type { KerasLayer } from '../../../shared/layers/define.ts'

type Penalty = (values: tf.Tensor) => tf.Scalar

/** l1 · Σ|w| + l2 · Σw², by a weight's layer's Keras config: `kernel` has its `kernel_regularizer`; null for nothing. */
const penaltyOf = ({ config }: KerasLayer, weight: string): Penalty | null => {
  const short = weight.slice(weight.lastIndexOf('/') + 1)
  const found = config[`${short}_regularizer`] ?? config[`${short.replace(/_kernel$/, '')}_regularizer`]
  if (typeof found !== 'object' || found === null || !('config' in found)) return null
  const { l1 = 0, l2 = 0 } = found.config as { l1?: number; l2?: number }
  const absolute = (values: tf.Tensor) => tf.mul<tf.Scalar>(tf.sum(tf.abs(values)), l1)
  const squared = (values: tf.Tensor) => tf.mul<tf.Scalar>(tf.sum(tf.square(values)), l2)
  if (l1 === 0) return l2 === 0 ? null : squared
  return l2 === 0 ? absolute : (values) => tf.add(absolute(values), squared(values))
}

/**
 * What weights add to the loss, each once however often its layer is called. tfjs counts calls, and forgets the weights of
 * recurrent layers. Formula: https://keras.io/api/layers/regularizers/.
 */
export const createRegularisation = (
  weights: readonly { readonly name: string; readonly variable: tf.Variable }[],
  layerOf: (weight: string) => KerasLayer,
): (() => tf.Scalar[]) => {
  const terms = weights.flatMap(({ name, variable }) => {
    const penalty = penaltyOf(layerOf(name), name)
    return penalty ? [() => penalty(variable)] : []
  })
  return () => terms.map((term) => term())
}
