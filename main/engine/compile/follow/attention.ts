import type { KerasLayer, TensorSpec } from '../../../../shared/layers/define.ts'
import { sizeOf } from '../../../../shared/layers/shapes.ts'
import { constantOne } from './constantOne.ts'
import { endOf, type FollowedRef, type FollowedStep, type FollowTable, line } from './followed.ts'
import { reshapeTo } from './reshaping.ts'

type Config = KerasLayer['config']

type Three = readonly [query: FollowedRef, key: FollowedRef, value: FollowedRef]

/** What of an attention's inputs says which steps are padding, and what becomes of the queries that are. */
interface Padding {
  /** Inputs that mask the steps looked at. */
  readonly steps: readonly FollowedRef[]
  readonly query: FollowedRef
  /** Masked queries see no step, as in MultiHeadAttention; else they put out 0, as in Attention. */
  readonly isBlind: boolean
}

/** The steps of one attention: [queries, depth], [steps, depth] and [steps, size] give [queries, size]. */
const attend = (
  name: string,
  [query, key, value]: Three,
  dropout: unknown,
  padding: Padding,
): readonly FollowedStep[] => {
  const dot = (axes: readonly number[]) => ({ className: 'Dot', config: { axes, normalize: false } })
  const scores: FollowedStep = {
    name: `${name}/scores`,
    layer: dot([2, 2]),
    from: [query, key],
    masked: {
      layer: { className: 'AttentionScores', config: { blind: padding.isBlind } },
      from: [query, key, padding.query, ...padding.steps],
    },
  }
  const shares = line(
    `${name}/shares`,
    [
      { className: 'Softmax', config: { axis: -1 } },
      { className: 'Dropout', config: { rate: dropout } },
    ],
    endOf([scores]),
  )
  const mixed: FollowedStep = {
    name: `${name}/mixed`,
    layer: dot([2, 1]),
    from: [endOf(shares), value],
    masked: {
      layer: { className: 'AttentionMix', config: { zero: !padding.isBlind } },
      from: [padding.query, endOf(shares), value],
    },
  }
  return [scores, ...shares, mixed]
}

/** A Dense layer with the part of a MultiHeadAttention's config that all its projections have. */
const projection = (
  name: string,
  config: Config,
  units: number,
  shapes: { readonly kernel_shape: readonly number[]; readonly bias_shape: readonly number[] },
  from: FollowedRef,
): FollowedStep => {
  const { kernel_initializer, bias_initializer, kernel_regularizer, bias_regularizer } = config
  const shared = { kernel_initializer, bias_initializer, kernel_regularizer, bias_regularizer }
  const { use_bias, kernel_constraint, bias_constraint } = config
  const rest = { use_bias, kernel_constraint, bias_constraint, activation: 'linear' }
  const layer = {
    className: 'Dense',
    config: { ...shared, ...rest, ...shapes, units },
  }
  return { name, layer, from: [from] }
}

/** The part of one head of [steps, heads · size]. */
const headOf = (
  name: string,
  head: number,
  { steps, heads, size }: { steps: number | null; heads: number; size: number },
  from: FollowedRef,
): readonly FollowedStep[] => {
  const crop = {
    cropping: [
      [0, 0],
      [head * size, (heads - 1 - head) * size],
    ],
    data_format: 'channels_last',
  }
  if (heads === 1) return line(name, [reshapeTo([steps, size])], from)
  return line(
    name,
    [
      reshapeTo([steps, heads * size, 1]),
      { className: 'Cropping2D', config: crop },
      reshapeTo([steps, size]),
    ],
    from,
  )
}

/** Query, value and key as Keras takes them, the value being the key when there is none. */
const threeOf = (inputs: readonly TensorSpec[]) => {
  const [query, value, key = value] = inputs.map(({ shape }, input) => ({ shape, ref: { input } }))
  if (!query || !value || !key) throw new Error('An attention needs a query and a value.')
  return { query, value, key }
}

/** Attention layers, none of which tfjs has. */
export const attention: FollowTable = {
  Attention: ({ config: { use_scale, dropout } }, inputs) => {
    const { query, value, key } = threeOf(inputs)
    const ones = { class_name: 'Ones', config: {} }
    const factor = { units: 1, activation: 'linear', use_bias: false, kernel_initializer: ones }
    const one = constantOne(sizeOf(query.shape), query.ref)
    const scale = use_scale
      ? [...one, ...line('scale', [{ className: 'Dense', config: factor }, reshapeTo([1, 1])], endOf(one))]
      : []
    // Queries that are scaled give scores that are.
    const multiply = { className: 'Multiply', config: {} }
    const scaled: readonly FollowedStep[] = scale.length
      ? [...scale, { name: 'scaled', layer: multiply, from: [query.ref, endOf(scale)] }]
      : []
    const three = [scaled.length ? endOf(scaled) : query.ref, key.ref, value.ref] as const
    const padding = { steps: [value.ref], query: query.ref, isBlind: false }
    return { steps: [...scaled, ...attend('attention', three, dropout, padding)] }
  },
  // Every head works on its part of one projection, whose values lie as in Keras' kernel [features, heads, size].
  MultiHeadAttention: ({ config }, inputs) => {
    const { query, value, key } = threeOf(inputs)
    const heads = Number(config.num_heads)
    const keyDim = Number(config.key_dim)
    const valueDim = Number(config.value_dim ?? keyDim)
    const project = (name: string, { shape, ref }: typeof query, size: number) =>
      projection(
        name,
        config,
        heads * size,
        { kernel_shape: [shape[1] ?? 1, heads, size], bias_shape: [heads, size] },
        ref,
      )
    const projected = [
      project('query', query, keyDim),
      project('key', key, keyDim),
      project('value', value, valueDim),
    ]
    const small = { className: 'Rescaling', config: { scale: 1 / Math.sqrt(keyDim), offset: 0 } }
    const scaled: FollowedStep = { name: 'scaled', layer: small, from: [{ step: 'query' }] }
    const each = Array.from({ length: heads }, (_, head) => {
      const part = (name: string, of: string, shape: TensorSpec['shape'], size: number) =>
        headOf(`${name}${head}/`, head, { steps: shape[0] ?? null, heads, size }, { step: of })
      const parts = [
        part('query', 'scaled', query.shape, keyDim),
        part('key', 'key', key.shape, keyDim),
        part('value', 'value', value.shape, valueDim),
      ] as const
      const [q, k, v] = parts
      const padding = { steps: [value.ref, key.ref], query: query.ref, isBlind: true }
      const three = [endOf(q), endOf(k), endOf(v)] as const
      return [...parts.flat(), ...attend(`head${head}`, three, config.dropout, padding)]
    })
    const joined: FollowedStep = {
      name: 'joined',
      layer: { className: 'Concatenate', config: { axis: 2 } },
      from: each.map(endOf),
    }
    const rows = [...projected, scaled, ...each.flat(), ...(heads > 1 ? [joined] : [])]
    const features = query.shape[1] ?? 1
    const shapes = { kernel_shape: [heads, valueDim, features], bias_shape: [features] }
    return { steps: [...rows, projection('attention_output', config, features, shapes, endOf(rows))] }
  },
}
