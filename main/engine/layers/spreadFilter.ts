import * as tf from '@tensorflow/tfjs-core'
import type { LayersModel } from '@tensorflow/tfjs-layers'

type Layer = LayersModel['layers'][number]
type Call = Layer['call']
interface StoredWeight {
  read(): tf.Tensor
}
/** What tfjs' convolutions hold once built. */
interface DilatedLayer {
  readonly dilationRate: readonly number[] | number
  readonly kernelSize: readonly number[]
  readonly kernel?: StoredWeight
  readonly depthwiseKernel?: StoredWeight
}

/** A tensor with `rate − 1` zeros between its values along one axis, which becomes (size − 1) · rate + 1 long. */
const spreadAxis = (x: tf.Tensor, axis: number, rate: number): tf.Tensor => {
  const size = x.shape[axis] ?? 1
  const outer = x.shape.slice(0, axis).reduce((product, one) => product * one, 1)
  const inner = x.size / (outer * size)
  // Four axes, not one more for each that is spread: tfjs pads six at most.
  const apart = tf.pad(tf.reshape(x, [outer, size, 1, inner]), [
    [0, 0],
    [0, 0],
    [0, rate - 1],
    [0, 0],
  ])
  const length = (size - 1) * rate + 1
  const kept = tf.slice(tf.reshape(apart, [outer, size * rate, inner]), [0, 0, 0], [outer, length, inner])
  return tf.reshape(kept, x.shape.with(axis, length))
}

/** A filter [...sizes, in, out] spread along each of its axes. */
const spread = (filter: tf.Tensor, rates: readonly number[]): tf.Tensor =>
  rates.reduce((wide, rate, axis) => (rate > 1 ? spreadAxis(wide, axis, rate) : wide), filter)

const ratesOf = ({ dilationRate, kernelSize }: DilatedLayer): readonly number[] =>
  kernelSize.map((_, axis) => [dilationRate].flat()[Math.min(axis, [dilationRate].flat().length - 1)] ?? 1)

/** Whether a convolution's filter sees values that lie apart. */
export const isDilated = (layer: Layer): boolean =>
  ratesOf(layer as unknown as DilatedLayer).some((rate) => rate > 1)

/**
 * A dilated convolution as a plain one whose filter has zeros between its values: the same numbers, and with a gradient,
 * which tfjs has for filters without gaps only.
 */
export const callSpread = (layer: Layer, ...args: Parameters<Call>): ReturnType<Call> => {
  const given = layer as unknown as DilatedLayer
  const rates = ratesOf(given)
  const stored = (weight: StoredWeight | undefined) => weight && { read: () => spread(weight.read(), rates) }
  const plain = Object.create(layer, {
    dilationRate: { value: rates.map(() => 1) },
    kernel: { value: stored(given.kernel) },
    depthwiseKernel: { value: stored(given.depthwiseKernel) },
  }) as Layer
  // The layer's own `call` may be the one that leads here.
  return (Object.getPrototypeOf(layer) as Layer).call.apply(plain, args)
}
