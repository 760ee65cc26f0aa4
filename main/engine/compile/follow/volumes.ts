import type { KerasLayer, TensorSpec } from '../../../../shared/layers/define.ts'
import { endOf, type Follow, type FollowTable } from './followed.ts'

type Lengths = readonly number[]
const isNone = (lengths: Lengths) => lengths.every((length) => length === 0)
const cropEnds = (cropping: readonly (readonly [number, number])[]): KerasLayer => ({
  className: 'Cropping3D',
  config: { cropping },
})

/** Values after the last window along each axis when windows that start with the volume reach over it. */
const unread = ({ config }: KerasLayer, window: Lengths, input: TensorSpec | undefined): Lengths =>
  window.map((length, axis) => {
    const size = input?.shape[axis] ?? 0
    const stride = (config.strides as Lengths)[axis] ?? 1
    const dilation = (config.dilation_rate as Lengths | undefined)?.[axis] ?? 1
    const last = (Math.ceil(size / stride) - 1) * stride
    return Math.max(0, size - last - (length - 1) * dilation - 1)
  })

/** `same` has nothing to add where windows leave values unread, but tfjs then starts them late: it is not shown these values. */
const windows =
  (length: 'pool_size' | 'kernel_size'): Follow =>
  (layer, inputs, inner) => {
    if (layer.config.padding !== 'same') return [layer]
    const ends = unread(layer, layer.config[length] as Lengths, inputs[0])
    if (isNone(ends)) return [layer]
    const { steps } = inner(cropEnds(ends.map((end) => [0, end])), inputs)
    return { steps: [...steps, { name: 'volume', layer, from: [endOf(steps)] }] }
  }

/** The other way round, filters shorter than their strides leave zeros, as `valid` has them; where they overlap the ends are cut off. */
const transposed: Follow = (layer, [input], inner) => {
  const { kernel_size, strides, padding } = layer.config
  const beyond = (kernel_size as Lengths).map((length, axis) => length - ((strides as Lengths)[axis] ?? 1))
  if (padding !== 'same' || beyond.every((length) => length >= 0)) return [layer]
  const valid = { ...layer, config: { ...layer.config, padding: 'valid' } }
  const surplus = beyond.map((length) => Math.max(0, length))
  if (isNone(surplus)) return [valid]
  const sizes = surplus.map((length, axis) => {
    const size = input?.shape[axis] ?? null
    return size === null ? null : size * ((strides as Lengths)[axis] ?? 1) + length
  })
  const whole: TensorSpec = { shape: [...sizes, Number(layer.config.filters)], dtype: 'float32' }
  const ends = cropEnds(surplus.map((length) => [Math.floor(length / 2), Math.ceil(length / 2)]))
  const { steps } = inner(ends, [whole])
  return {
    steps: [
      { name: 'volume', layer: valid, from: [{ input: 0 }] },
      ...steps.map((step) => ({
        ...step,
        from: step.from.map((ref) => ('input' in ref ? { step: 'volume' } : ref)),
      })),
    ],
  }
}

/** Windows over volumes that are shorter than their strides. */
export const volumes: FollowTable = {
  MaxPooling3D: windows('pool_size'),
  AveragePooling3D: windows('pool_size'),
  Conv3D: windows('kernel_size'),
  Conv3DTranspose: transposed,
}
