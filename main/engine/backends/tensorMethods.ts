import * as tf from '@tensorflow/tfjs-core'

type Operation = (tensor: tf.Tensor, ...rest: never[]) => unknown

/** The methods that tfjs-layers and some gradients call on tensors; tfjs-core alone leaves them out. */
const methods: Readonly<Record<string, Operation>> = {
  add: tf.add,
  broadcastTo: tf.broadcastTo,
  cast: tf.cast,
  concat: (tensor, others: tf.Tensor | tf.Tensor[], axis?: number) =>
    tf.concat([tensor].concat(others), axis),
  div: tf.div,
  expandDims: tf.expandDims,
  flatten: (tensor) => tf.reshape(tensor, [tensor.size]),
  gather: tf.gather,
  greaterEqual: tf.greaterEqual,
  logicalAnd: tf.logicalAnd,
  mean: tf.mean,
  minimum: tf.minimum,
  mul: tf.mul,
  neg: tf.neg,
  pad: tf.pad,
  reshape: tf.reshape,
  sign: tf.sign,
  slice: tf.slice,
  split: tf.split,
  square: tf.square,
  squeeze: tf.squeeze,
  stridedSlice: tf.stridedSlice,
  sub: tf.sub,
  sum: tf.sum,
  tile: tf.tile,
  toInt: (tensor) => tf.cast(tensor, 'int32'),
  transpose: tf.transpose,
}

/**
 * Gives tensors those methods. The union package would do it by importing a second copy of tfjs-core's
 * files, and two copies must not mix.
 */
export const addTensorMethods = (): void => {
  for (const [name, operation] of Object.entries(methods)) {
    Object.defineProperty(tf.Tensor.prototype, name, {
      configurable: true,
      writable: true,
      value(this: tf.Tensor, ...rest: never[]) {
        return operation(this, ...rest)
      },
    })
  }
}
