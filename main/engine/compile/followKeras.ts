import type { KerasLayer, TensorSpec } from '../../../shared/layers/define.ts'
import { sizeOf } from '../../../shared/layers/shapes.ts'

type Config = KerasLayer['config']
/** The tfjs layers, one after the other, that do what one Keras layer does to these inputs. */
type Follow = (layer: KerasLayer, inputs: readonly TensorSpec[]) => readonly KerasLayer[]

/** Where tfjs differs from Keras under the same class name; every other class is the same in both. */
const differences: Readonly<Record<string, Follow>> = {
  // tfjs wants at least two axes, all of known size, and Keras leaves one axis as it is.
  Flatten: (layer, [input]) => {
    const shape = input?.shape ?? []
    if (shape.length === 1) return [{ className: 'Activation', config: { activation: 'linear' } }]
    const size = sizeOf(shape)
    if (shape.length > 1 && size !== null) return [layer]
    return [{ className: 'Reshape', config: { target_shape: [size ?? -1] } }]
  },
  // tfjs leaves −1 unknown, so that no layer with weights could follow.
  Reshape: (layer, [input]) => {
    const target = layer.config.target_shape as readonly number[]
    const size = sizeOf(input?.shape ?? [null])
    const given = target.reduce((product, axis) => (axis === -1 ? product : product * axis), 1)
    const complete = target.map((axis) => (axis === -1 && size !== null ? size / given : axis))
    return [{ ...layer, config: { ...layer.config, target_shape: complete } }]
  },
  // tfjs takes every axis below 0 for the last.
  Concatenate: (layer, [input]) => {
    const axis = Number(layer.config.axis)
    return [
      {
        ...layer,
        config: { ...layer.config, axis: axis < 0 ? axis + (input?.shape.length ?? 0) + 1 : axis },
      },
    ]
  },
  // tfjs has only alpha 1. ELU(x) of alpha is ELU(x) where x ≥ 0, and alpha · ELU(x) below.
  ELU: ({ config: { alpha } }) => {
    const elu = { className: 'ELU', config: {} }
    return alpha === 1 ? [elu] : [elu, { className: 'LeakyReLU', config: { alpha } }]
  },
  LeakyReLU: ({ className, config: { negative_slope } }) => [
    { className, config: { alpha: negative_slope } },
  ],
}

/** tfjs knows L1 and L2 only as parts of L1L2. */
const regularizer = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || !('config' in value)) return value
  const { l1 = 0, l2 = 0 } = value.config as { l1?: number; l2?: number }
  return { class_name: 'L1L2', config: { l1, l2 } }
}

/** Activations that tfjs knows by another name. */
const renamed: Readonly<Record<string, string>> = { silu: 'swish' }

/** A seed would give a dropout layer the same mask at every step; initial values are set by `initialValues`. */
const neutral = (config: Config): Config =>
  Object.fromEntries(
    Object.entries(config)
      .filter(([key]) => key !== 'seed')
      .map(([key, value]) => {
        if (key.endsWith('_initializer')) return [key, { class_name: 'Zeros', config: {} }]
        if (key.endsWith('activation')) return [key, renamed[String(value)] ?? value]
        return [key, key.endsWith('_regularizer') ? regularizer(value) : value]
      }),
  )

/**
 * A Keras layer as tfjs layers that compute the same. Weights start at zero: their values come from `initialValues`
 * or from a file. Only the first of several may have weights.
 */
export const followKeras: Follow = (layer, inputs) => {
  const follow = Object.hasOwn(differences, layer.className) ? differences[layer.className] : undefined
  return (follow?.(layer, inputs) ?? [layer]).map(({ className, config }) => ({
    className,
    config: neutral(config),
  }))
}
