import type { KerasLayer, Shape } from '../../../../shared/layers/define.ts'
import { sizeOf } from '../../../../shared/layers/shapes.ts'
import type { Follow, FollowTable } from './followed.ts'

/** A layer that gives each row of the batch this shape. Only one axis may be unknown. */
export const reshapeTo = (shape: Shape): KerasLayer => ({
  className: 'Reshape',
  config: { target_shape: shape.map((axis) => axis ?? -1) },
})

/** Places of the axes of a row, those in `last` moved behind all others. */
const order = (rank: number, last: readonly number[]): readonly number[] => [
  ...Array.from({ length: rank }, (_, index) => index).filter((index) => !last.includes(index)),
  ...last,
]
const permute = (axes: readonly number[]): readonly KerasLayer[] =>
  axes.every((axis, index) => axis === index)
    ? []
    : [{ className: 'Permute', config: { dims: axes.map((axis) => axis + 1) } }]

/** Layers to stand before and after some that work along the last axes of a row, so that they work along these. */
interface Around {
  readonly before: readonly KerasLayer[]
  readonly after: readonly KerasLayer[]
}

/** Moves these axes of a row behind all others and back. */
export const lastAxes = (rank: number, last: readonly number[]): Around => {
  const axes = order(rank, last)
  return { before: permute(axes), after: permute(axes.map((_, index) => axes.indexOf(index))) }
}

/** Makes a row [rows, length], these axes being the length, and back. Only one axis may be unknown. */
export const mergedAxes = (shape: Shape, last: readonly number[]): Around => {
  const moved = order(shape.length, last).map((index) => shape[index] ?? null)
  const rows = moved.slice(0, -last.length)
  const { before, after } = lastAxes(shape.length, last)
  const merged = reshapeTo([sizeOf(rows), sizeOf(moved.slice(-last.length))])
  return { before: [...before, merged], after: [reshapeTo(moved), ...after] }
}

/** tfjs encodes one row of numbers at a time. */
const encodeCategories: Follow = (layer, [input]) => {
  const shape = input?.shape ?? []
  const { num_tokens: tokens, output_mode: mode } = layer.config
  const isOneHot = mode === 'one_hot' && shape.at(-1) !== 1
  const rows = isOneHot ? shape : shape.slice(0, -1)
  if (rows.length === 0) return [layer]
  const inner = { class_name: layer.className, config: { ...layer.config, name: 'inner' } }
  return [
    reshapeTo([sizeOf(rows), isOneHot ? 1 : (shape.at(-1) ?? null)]),
    { className: 'TimeDistributed', config: { layer: inner } },
    reshapeTo([...rows, Number(tokens)]),
  ]
}

/** Layers that move values about. */
export const reshaping: FollowTable = {
  CategoryEncoding: encodeCategories,
  // tfjs wants at least two axes, all of known size, and Keras leaves one axis as it is.
  Flatten: (layer, [input]) => {
    const shape = input?.shape ?? []
    if (shape.length === 1) return [{ className: 'Activation', config: { activation: 'linear' } }]
    const size = sizeOf(shape)
    return shape.length > 1 && size !== null ? [layer] : [reshapeTo([size])]
  },
  // tfjs leaves −1 unknown, so that no layer with weights could follow.
  Reshape: (layer, [input]) => {
    const target = layer.config.target_shape as readonly number[]
    const size = sizeOf(input?.shape ?? [null])
    const given = target.reduce((product, axis) => (axis === -1 ? product : product * axis), 1)
    return [reshapeTo(target.map((axis) => (axis === -1 && size !== null ? size / given : axis)))]
  },
}
