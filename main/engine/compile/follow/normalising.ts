import type { KerasLayer, Shape } from '../../../../shared/layers/define.ts'
import { sizeOf } from '../../../../shared/layers/shapes.ts'
import {
  endOf,
  type Followed,
  type FollowedRef,
  type FollowedStep,
  type FollowTable,
  line,
} from './followed.ts'
import { constantOne } from './constantOne.ts'
import { lastAxes, mergedAxes, reshapeTo } from './reshaping.ts'

type Config = KerasLayer['config']

/** Places in a row's shape of Keras' axes, one or a list. */
const indices = (axis: unknown, rank: number): readonly number[] =>
  [axis]
    .flat()
    .map((one) => (Number(one) < 0 ? Number(one) + rank : Number(one) - 1))
    .sort((first, second) => first - second)

/** A layer whose axis is the last of a row. */
const alongLast = ({ className, config }: KerasLayer): KerasLayer => ({
  className,
  config: { ...config, axis: -1 },
})

/** A learned vector along the channels, met with a tensor of this rank by a merging layer. */
const learned = (
  name: 'gamma' | 'beta',
  merge: 'Multiply' | 'Add',
  config: Config,
  shape: Shape,
  one: FollowedRef,
  from: string,
) => {
  const channels = shape.at(-1) ?? 1
  const table: Config = {
    units: channels,
    activation: 'linear',
    use_bias: false,
    kernel_shape: [channels],
    kernel_initializer: config[`${name}_initializer`],
    kernel_regularizer: config[`${name}_regularizer`],
    kernel_constraint: config[`${name}_constraint`],
  }
  const steps: readonly FollowedStep[] = [
    { name, layer: { className: 'Dense', config: table }, from: [one] },
    { name: `${name}s`, layer: reshapeTo(shape.map(() => 1).with(-1, channels)), from: [{ step: name }] },
    {
      name: merge,
      layer: { className: merge, config: {} },
      from: [{ step: from }, { step: `${name}s` }],
    },
  ]
  return steps
}

/** Group normalisation of [..., channels]: groups of channels are normalised as layers, then scaled and shifted. */
const groups = ({ config }: KerasLayer, shape: Shape): Followed => {
  const channels = shape.at(-1) ?? 1
  const count = Number(config.groups) === -1 ? channels : Number(config.groups)
  const rows = sizeOf(shape.slice(0, -1))
  const normal = {
    className: 'LayerNormalization',
    config: { axis: [1, 3], epsilon: config.epsilon, center: false, scale: false },
  }
  const steps: FollowedStep[] = [
    { name: 'cut', layer: reshapeTo([rows, count, channels / count]), from: [{ input: 0 }] },
    { name: 'normal', layer: normal, from: [{ step: 'cut' }] },
    { name: 'joined', layer: reshapeTo(shape), from: [{ step: 'normal' }] },
  ]
  const one = constantOne(sizeOf(shape), { input: 0 })
  if (config.scale || config.center) steps.push(...one)
  if (config.scale) steps.push(...learned('gamma', 'Multiply', config, shape, endOf(one), 'joined'))
  if (config.center)
    steps.push(...learned('beta', 'Add', config, shape, endOf(one), config.scale ? 'Multiply' : 'joined'))
  return { steps, outputs: [endOf(steps)] }
}

/**
 * Vectors brought to length 1: next to its negative a vector has mean 0 and the variance Σx² / length, by whose root a layer
 * normalisation divides it. Σx² + 1e-12 stands where Keras 2 has max(Σx², 1e-12), and Keras 3 no finite slope at 0.
 */
const unitLength = ({ config }: KerasLayer, shape: Shape): Followed => {
  const axes = indices(config.axis, shape.length)
  const { before, after } = mergedAxes(shape, axes)
  const length = axes.reduce((size, axis) => size * (shape[axis] ?? 1), 1)
  const rows = sizeOf(shape.filter((_, axis) => !axes.includes(axis)))
  const vectors = line('vectors', before, { input: 0 })
  const negative = { className: 'Rescaling', config: { scale: -1, offset: 0 } }
  const normal = { axis: -1, epsilon: 1e-12 / length, center: false, scale: false }
  const half = {
    cropping: [
      [0, 0],
      [0, length],
    ],
    data_format: 'channels_last',
  }
  const unit = line(
    'unit',
    [
      { className: 'LayerNormalization', config: normal },
      reshapeTo([rows, 2 * length, 1]),
      { className: 'Cropping2D', config: half },
      reshapeTo([rows, length]),
      { className: 'Rescaling', config: { scale: 1 / Math.sqrt(length), offset: 0 } },
      ...after,
    ],
    { step: 'both' },
  )
  return {
    steps: [
      ...vectors,
      { name: 'negative', layer: negative, from: [endOf(vectors)] },
      {
        name: 'both',
        layer: { className: 'Concatenate', config: { axis: 2 } },
        from: [endOf(vectors), { step: 'negative' }],
      },
      ...unit,
    ],
  }
}

/** Layers that normalise. */
export const normalising: FollowTable = {
  // tfjs trains it along the last axis only, and has it for three axes at most.
  BatchNormalization: (layer, [input]) => {
    const shape = input?.shape ?? []
    const last = indices(layer.config.axis, shape.length)
    const { before, after } = shape.length < 4 ? lastAxes(shape.length, last) : mergedAxes(shape, last)
    return [...before, alongLast(layer), ...after]
  },
  // tfjs has it for three axes at most.
  LayerNormalization: (layer, [input]) => {
    const shape = input?.shape ?? []
    const axes = indices(layer.config.axis, shape.length)
    // tfjs puts the weights along unsorted axes to the wrong ones.
    if (shape.length < 4)
      return [{ ...layer, config: { ...layer.config, axis: axes.map((axis) => axis + 1) } }]
    const { before, after } = mergedAxes(shape, axes)
    return [...before, alongLast(layer), ...after]
  },
  GroupNormalization: (layer, [input]) => groups(layer, input?.shape ?? []),
  UnitNormalization: (layer, [input]) => unitLength(layer, input?.shape ?? []),
}
