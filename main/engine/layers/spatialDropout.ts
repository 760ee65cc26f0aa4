import * as tf from '@tensorflow/tfjs-core'

/** What tfjs' Dropout layer holds; an axis of null has a mask value for each of its values, one of 1 a common one. */
export interface DropoutLayer {
  readonly rate: number
  readonly noiseShape?: readonly (number | null)[] | null
}

/** Dropout whose mask is the same along some axes, such as for whole channels: tfjs' layer has none. */
export const dropChannels = (
  rate: number,
  noiseShape: NonNullable<DropoutLayer['noiseShape']>,
  inputs: tf.Tensor | tf.Tensor[],
): tf.Tensor => {
  const x = Array.isArray(inputs) ? (inputs[0] as tf.Tensor) : inputs
  return tf.dropout(
    x,
    rate,
    noiseShape.map((size, axis) => size ?? x.shape[axis] ?? 1),
  )
}
