import * as tf from '@tensorflow/tfjs-core'
import type { LossName } from '../../../shared/training.ts'
import type { Head } from '../compile/compile.ts'

/**
 * Mean loss of a batch as a scalar: `output` is [rows, n], logits when the output has a head; `target` is encoded for
 * the loss. With weights [rows, 1] each row's loss counts so many times; as in Keras it is still divided by the rows.
 */
export type Loss = (output: tf.Tensor, target: tf.Tensor, weights?: tf.Tensor) => tf.Scalar

const weighted = (terms: tf.Tensor, weights: tf.Tensor | undefined) =>
  weights ? tf.mul(terms, weights) : terms
/** Over all values. */
const meanOfAll = (terms: tf.Tensor) => tf.mean(terms)
/** Over the rows, the values of a row added. */
const meanOfRows = (terms: tf.Tensor) => tf.div(tf.sum(terms), terms.size / (terms.shape.at(-1) ?? 1))

/** A loss with its own gradient by the output: exact and finite wherever the output is. `slopes` are of the mean. */
const withGradient =
  (
    terms: (output: tf.Tensor, target: tf.Tensor) => tf.Tensor,
    mean: (terms: tf.Tensor) => tf.Tensor,
    slopes: (output: tf.Tensor, target: tf.Tensor) => tf.Tensor,
  ): Loss =>
  (output, target, weights) =>
    tf.customGrad((x, save) => {
      const [from, keep] = [x as tf.Tensor, save as tf.GradSaveFunc]
      keep(weights ? [from, target, weights] : [from, target])
      return {
        value: mean(weighted(terms(from, target), weights)),
        gradFunc: (dy, saved) =>
          tf.mul(weighted(slopes(saved[0] as tf.Tensor, saved[1] as tf.Tensor), saved[2]), dy as tf.Tensor),
      }
    })(output) as tf.Scalar

/** −log σ(|x|) + max(x, 0) − x·y: never overflows. Its slope is σ(x) − y. */
const binaryFromLogits = withGradient(
  (x, y) => {
    const tail = tf.log1p(tf.exp(tf.neg(tf.abs(x))))
    return tf.add(tf.sub(tf.relu(x), tf.mul(x, y)), tail)
  },
  meanOfAll,
  (x, y) => tf.div(tf.sub(tf.sigmoid(x), y), x.size),
)

const rowsOf = (x: tf.Tensor) => x.size / (x.shape.at(-1) ?? 1)

/** −Σ y·log softmax(x); targets sum to 1. Its slope is softmax(x) − y. */
const categoricalFromLogits = withGradient(
  (x, y) => tf.neg(tf.mul(y, tf.logSoftmax(x))),
  meanOfRows,
  (x, y) => tf.div(tf.sub(tf.softmax(x), y), rowsOf(x)),
)

const squared = withGradient(
  (x, y) => tf.square(tf.sub(x, y)),
  meanOfAll,
  (x, y) => tf.mul(tf.sub(x, y), 2 / x.size),
)

const absolute = withGradient(
  (x, y) => tf.abs(tf.sub(x, y)),
  meanOfAll,
  (x, y) => tf.div(tf.sign(tf.sub(x, y)), x.size),
)

/** Keras' distance from 0 and 1, for outputs that arrive as probabilities. */
const epsilon = 1e-7

const clipped = (p: tf.Tensor) => tf.clipByValue(p, epsilon, 1 - epsilon)

/** As in Keras the probabilities are clipped, so the slope is 0 beyond. */
const binaryFromProbabilities: Loss = (output, target, weights) => {
  const p = clipped(output)
  const right = tf.mul(target, tf.log(p))
  const wrong = tf.mul(tf.sub(1, target), tf.log(tf.sub(1, p)))
  return tf.neg(meanOfAll(weighted(tf.add(right, wrong), weights))) as tf.Scalar
}

/** As in Keras the probabilities are made to sum to 1 and clipped. */
const categoricalFromProbabilities: Loss = (output, target, weights) => {
  const p = clipped(tf.div(output, tf.sum(output, -1, true)))
  return tf.neg(meanOfRows(weighted(tf.mul(target, tf.log(p)), weights))) as tf.Scalar
}

/** Turns class numbers [rows, 1] into one-hot rows of the output's width. */
const sparse =
  (loss: Loss): Loss =>
  (output, target, weights) => {
    const classes = tf.cast(tf.reshape(target, [target.size]), 'int32')
    return loss(output, tf.cast(tf.oneHot(classes, output.shape.at(-1) ?? 1), 'float32'), weights)
  }

/** The loss of an output by its Keras name, from logits when the output has the head that the loss wants. */
export const createLoss = (name: LossName, head: Head): Loss => {
  switch (name) {
    case 'meanSquaredError':
      return squared
    case 'meanAbsoluteError':
      return absolute
    case 'binaryCrossentropy':
      return head === 'sigmoid' ? binaryFromLogits : binaryFromProbabilities
    case 'categoricalCrossentropy':
      return head === 'softmax' ? categoricalFromLogits : categoricalFromProbabilities
    case 'sparseCategoricalCrossentropy':
      return sparse(head === 'softmax' ? categoricalFromLogits : categoricalFromProbabilities)
  }
}

/** What the model says, from its output tensor: probabilities where the output has a head. */
export const applyHead = (output: tf.Tensor, head: Head): tf.Tensor => {
  if (head === 'sigmoid') return tf.sigmoid(output)
  return head === 'softmax' ? tf.softmax(output) : output
}
