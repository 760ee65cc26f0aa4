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

/** A filter [...sizes, in, out] with `rate − 1` zeros between its values along each of its axes: [...(size − 1) · rate + 1, in, out]. */
const spread = (filter: tf.Tensor, rates: readonly number[]): tf.Tensor => {
  const sizes = filter.shape.slice(0, rates.length)
  const rest = filter.shape.slice(rates.length)
  const apart = tf.reshape(filter, [...sizes.flatMap((size) => [size, 1]), ...rest])
  const paddings = [
    ...rates.flatMap((rate) => [[0, 0] as const, [0, rate - 1] as const]),
    ...rest.map(() => [0, 0] as const),
  ]
  const padded = tf.pad(
    apart,
    paddings.map(([before, after]) => [before, after] as [number, number]),
  )
  const wide = tf.reshape(padded, [...sizes.map((size, axis) => size * (rates[axis] ?? 1)), ...rest])
  const kept = sizes.map((size, axis) => (size - 1) * (rates[axis] ?? 1) + 1)
  return tf.slice(
    wide,
    wide.shape.map(() => 0),
    [...kept, ...rest],
  )
}

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
