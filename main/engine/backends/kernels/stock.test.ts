import * as tf from '@tensorflow/tfjs-core'
import fc from 'fast-check'
import { beforeAll, describe, it } from 'vitest'
import { awkwardNumbers, expectSameAsCpu, fuzz, loadBoth, upTo, withGradients } from './fuzz.test-support.ts'

beforeAll(loadBoth)

type Unary = (x: tf.Tensor) => tf.Tensor
const unary: Readonly<Record<string, Unary>> = {
  abs: tf.abs,
  clip: (x) => tf.clipByValue(x, -0.5, 0.5),
  elu: tf.elu,
  exp: tf.exp,
  leakyRelu: (x) => tf.leakyRelu(x, 0.3),
  log: (x) => tf.log(tf.add(tf.abs(x), 0.1)),
  neg: tf.neg,
  relu: tf.relu,
  relu6: (x) => tf.relu6(tf.mul(x, 10)),
  selu: tf.selu,
  sigmoid: tf.sigmoid,
  softplus: tf.softplus,
  sqrt: (x) => tf.sqrt(tf.add(tf.abs(x), 0.1)),
  square: tf.square,
  tanh: tf.tanh,
  softmax: (x) => tf.softmax(x),
  logSoftmax: (x) => tf.logSoftmax(x),
  reverse: (x) => tf.reverse(x, 0),
  cumsum: (x) => tf.cumsum(x, x.rank - 1),
  tile: (x) => tf.tile(x, [2].concat(Array<number>(x.rank - 1).fill(3))),
  pad: (x) =>
    tf.pad(
      x,
      x.shape.map((_, axis) => [axis % 3, (axis + 1) % 2] as [number, number]),
    ),
  max: (x) => tf.max(x, 0),
  min: (x) => tf.min(x, -1),
  logSumExp: (x) => tf.logSumExp(x, -1),
}
const binary: Readonly<Record<string, (x: tf.Tensor, y: tf.Tensor) => tf.Tensor>> = {
  add: tf.add,
  sub: tf.sub,
  mul: tf.mul,
  div: (x, y) => tf.div(x, tf.add(tf.abs(y), 0.5)),
}
/** tfjs has no gradient of these, or not of broadcast ones. */
const forwardOnly: Readonly<Record<string, (x: tf.Tensor, y: tf.Tensor) => tf.Tensor>> = {
  equal: tf.equal,
  maximum: tf.maximum,
  minimum: tf.minimum,
  squaredDifference: tf.squaredDifference,
  where: (x, y) => tf.where(tf.greater(x, 0), tf.add(x, y), tf.mul(x, y)),
  greater: tf.greater,
  greaterEqual: tf.greaterEqual,
  less: tf.less,
  lessEqual: tf.lessEqual,
  notEqual: tf.notEqual,
}
const shape = fc.array(upTo(5), { minLength: 1, maxLength: 4 })
/** A shape, and one that broadcasts against it. */
const pair = fc
  .tuple(shape, fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }), upTo(3, 0))
  .map(
    ([whole, ones, cut]) => [whole, whole.map((size, axis) => (ones[axis] ? 1 : size)).slice(cut)] as const,
  )

describe('the kernels that stay as tfjs ships them', () => {
  it.each(Object.entries(unary))('%s equals the reference with its gradient', (_, run) =>
    fuzz(fc.tuple(shape, awkwardNumbers), 15, ([shape, numbers], seed) =>
      expectSameAsCpu({
        seed,
        numbers,
        shapes: [shape],
        run: withGradients(run as (...x: tf.Tensor[]) => tf.Tensor),
      }),
    ),
  )

  it.each(Object.entries(binary))('%s equals the reference with its gradients, broadcast', (_, run) =>
    fuzz(fc.tuple(pair, awkwardNumbers), 25, ([shapes, numbers], seed) =>
      expectSameAsCpu({
        seed,
        numbers,
        shapes,
        run: withGradients(run as (...x: tf.Tensor[]) => tf.Tensor),
      }),
    ),
  )

  it.each(Object.entries(forwardOnly))('%s equals the reference, broadcast', (_, run) =>
    fuzz(fc.tuple(pair, awkwardNumbers), 15, ([shapes, numbers], seed) =>
      expectSameAsCpu({
        seed,
        numbers,
        shapes,
        run: (...inputs) => tf.cast(run(...(inputs as [tf.Tensor, tf.Tensor])), 'float32'),
      }),
    ),
  )

  it('batch normalisation equals the reference with its gradients', () =>
    fuzz(fc.tuple(upTo(4), upTo(3), upTo(5), awkwardNumbers), 40, ([batch, size, channels, numbers], seed) =>
      expectSameAsCpu({
        seed,
        numbers,
        shapes: [[batch, size, size, channels], [channels], [channels]],
        run: withGradients((...inputs) => {
          const [x, offset, scale] = inputs as [tf.Tensor4D, tf.Tensor1D, tf.Tensor1D]
          const { mean, variance } = tf.moments(x, [0, 1, 2])
          return tf.batchNorm(x, mean as tf.Tensor1D, variance as tf.Tensor1D, offset, scale, 0.1)
        }),
      }),
    ))
})
