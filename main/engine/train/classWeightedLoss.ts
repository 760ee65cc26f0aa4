import * as tf from '@tensorflow/tfjs-core'
import type { TargetKind } from '../../../shared/losses.ts'
import type { Loss } from './losses.ts'

/** How much each row of encoded targets counts, [rows, 1]; `weights` are in the order of the classes. */
const rowWeights = (target: tf.Tensor, weights: readonly number[], kind: TargetKind): tf.Tensor => {
  const rows = target.shape[0] ?? 0
  if (kind === 'onehot')
    return tf.matMul(target as tf.Tensor2D, tf.tensor2d([...weights], [weights.length, 1]))
  const classes = tf.cast(tf.reshape(target, [rows]), 'int32')
  return tf.reshape(tf.gather(tf.tensor1d([...weights]), classes), [rows, 1])
}

/** A loss in which a row counts as much as its class; for binary targets the classes are 0 and 1. */
export const classWeightedLoss =
  (loss: Loss, weights: readonly number[], kind: TargetKind): Loss =>
  (output, target) =>
    loss(output, target, rowWeights(target, weights, kind))
