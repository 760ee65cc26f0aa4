import type { KerasLayer, Shape } from '../../../../shared/layers/define.ts'
import type { Follow, FollowTable } from './followed.ts'
import { reshapeTo } from './reshaping.ts'

type Pair = readonly [number, number]
const image = (className: string, config: KerasLayer['config']): KerasLayer => ({
  className,
  config: { ...config, data_format: 'channels_last' },
})
const times = (one: number | null, other: number | null) =>
  one === null || other === null ? null : one * other
const plus = (size: number | null, change: number) => (size === null ? null : size + change)

/** How a layer changes the length of an axis. */
type Change = (size: number | null, axis: number) => number | null

/** What tfjs does to images only, done to a sequence as an image of one column. */
const toSequence = ([steps = null, channels = null]: Shape, layer: KerasLayer, change: Change) => [
  reshapeTo([steps, 1, channels]),
  layer,
  reshapeTo([change(steps, 0), channels]),
]

/** The same done to a volume: its first two axes as an image, then its third as the columns of a tall one. */
const toVolume = (
  [depth = null, height = null, width = null, channels = null]: Shape,
  first: KerasLayer,
  second: KerasLayer,
  change: Change,
) => {
  const [deep, high, wide] = [change(depth, 0), change(height, 1), change(width, 2)]
  return [
    reshapeTo([depth, height, times(width, channels)]),
    first,
    reshapeTo([times(deep, high), width, channels]),
    second,
    reshapeTo([deep, high, wide, channels]),
  ]
}

const border =
  (name: 'ZeroPadding' | 'Cropping', key: 'padding' | 'cropping', axes: 1 | 3): Follow =>
  ({ config }, [input]) => {
    const sign = name === 'Cropping' ? -1 : 1
    const pairs = (axes === 1 ? [config[key]] : config[key]) as readonly Pair[]
    const change: Change = (size, axis) => {
      const [before = 0, after = 0] = pairs[axis] ?? []
      return plus(size, sign * (before + after))
    }
    const none: Pair = [0, 0]
    const layer = (rows = none, columns = none) => image(`${name}2D`, { [key]: [rows, columns] })
    return axes === 1
      ? toSequence(input?.shape ?? [], layer(pairs[0]), change)
      : toVolume(input?.shape ?? [], layer(pairs[0], pairs[1]), layer(none, pairs[2]), change)
  }

const repeat =
  (axes: 1 | 3): Follow =>
  ({ config }, [input]) => {
    const sizes = [config.size].flat() as readonly number[]
    const change: Change = (size, axis) => times(size, sizes[axis] ?? 1)
    const layer = (rows = 1, columns = 1) => image('UpSampling2D', { size: [rows, columns] })
    return axes === 1
      ? toSequence(input?.shape ?? [], layer(sizes[0]), change)
      : toVolume(input?.shape ?? [], layer(sizes[0], sizes[1]), layer(1, sizes[2]), change)
  }

/**
 * tfjs looks between values from their corners, Keras from their middles. Keras' straight lines are the means of windows as
 * long as a value's own place, slid over the values repeated: at a border the part of a window inside sees one value only.
 */
const enlarge: Follow = ({ className, config }) => {
  const upSampling: KerasLayer = { className, config: { ...config, interpolation: 'nearest' } }
  if (config.interpolation !== 'bilinear') return [upSampling]
  const sizes = [config.size].flat() as readonly number[]
  // The middle of a window of even length lies between two values: half steps put it onto one.
  const strides = sizes.map((size) => (size % 2 === 0 ? 2 : 1))
  const fine = sizes.map((size, axis) => size * (strides[axis] ?? 1))
  return [
    image(className, { size: fine, interpolation: 'nearest' }),
    image('AveragePooling2D', { pool_size: fine, strides, padding: 'same' }),
  ]
}

/** The border around the middle that Keras keeps. */
const centerCrop: Follow = ({ config }, [input]) => {
  const cropping = [config.height, config.width].map((kept, axis): Pair => {
    const gone = (input?.shape[axis] ?? 0) - Number(kept)
    return [Math.floor(gone / 2), gone - Math.floor(gone / 2)]
  })
  return [image('Cropping2D', { cropping })]
}

/** By whole multiples resizing is enlarging. */
const resize: Follow = ({ config }, inputs, inner) => {
  const [input] = inputs
  const size = [config.height, config.width].map((wanted, axis) => Number(wanted) / (input?.shape[axis] ?? 1))
  return enlarge(
    { className: 'UpSampling2D', config: { size, interpolation: config.interpolation } },
    inputs,
    inner,
  )
}

/** Layers that tfjs has for images only, or that differ there. */
export const borders: FollowTable = {
  ZeroPadding1D: border('ZeroPadding', 'padding', 1),
  ZeroPadding3D: border('ZeroPadding', 'padding', 3),
  Cropping1D: border('Cropping', 'cropping', 1),
  Cropping3D: border('Cropping', 'cropping', 3),
  UpSampling1D: repeat(1),
  UpSampling2D: enlarge,
  UpSampling3D: repeat(3),
  CenterCrop: centerCrop,
  Resizing: resize,
}
