import type { KerasLayer } from '../../../../shared/layers/define.ts'
import { endOf, type Followed, type FollowTable, line } from './followed.ts'
import { lastAxes } from './reshaping.ts'

/** −α · max(0, θ − x): what a ReLU puts out below its threshold. */
const below = (slope: number, threshold: number): readonly KerasLayer[] => [
  { className: 'Rescaling', config: { scale: -1, offset: threshold } },
  { className: 'ReLU', config: {} },
  { className: 'Rescaling', config: { scale: -slope, offset: 0 } },
]

/** −max(0, x − m): what a ReLU takes away above its largest value. */
const over = (largest: number): readonly KerasLayer[] => [
  { className: 'Rescaling', config: { scale: 1, offset: -largest } },
  { className: 'ReLU', config: {} },
  { className: 'Rescaling', config: { scale: -1, offset: 0 } },
]

/** What several lines of layers make of the same tensor, added up. */
const sumOf = (parts: readonly (readonly KerasLayer[])[]): Followed => {
  const lines = parts.map((layers, index) => line(`part${index}/`, layers, { input: 0 }))
  const sum = { name: 'sum', layer: { className: 'Add', config: {} }, from: lines.map(endOf) }
  return { steps: [...lines.flat(), sum] }
}

/** Activation layers. */
export const activations: FollowTable = {
  // tfjs has only alpha 1. ELU(x) of alpha is ELU(x) where x ≥ 0, and alpha · ELU(x) below.
  ELU: ({ config: { alpha } }) => {
    const elu = { className: 'ELU', config: {} }
    return alpha === 1 ? [elu] : [elu, { className: 'LeakyReLU', config: { alpha } }]
  },
  // tfjs has only the largest value.
  ReLU: ({ config: { max_value = null, negative_slope = 0, threshold = 0 } }) => {
    const slope = Number(negative_slope)
    const theta = Number(threshold)
    const leaky = { className: 'LeakyReLU', config: { alpha: slope } }
    if (slope > 0 && theta === 0)
      return max_value === null ? [leaky] : sumOf([[leaky], over(Number(max_value))])
    const passing = theta > 0 ? [{ className: 'ThresholdedReLU', config: { theta } }] : []
    const limited = max_value !== null || theta === 0 ? [{ className: 'ReLU', config: { max_value } }] : []
    const above = [...passing, ...limited]
    return slope === 0 ? above : sumOf([above, below(slope, theta)])
  },
  // tfjs has it along the last axis only.
  Softmax: ({ config }, [input]) => {
    const rank = input?.shape.length ?? 1
    const axis = Number(config.axis)
    const index = axis < 0 ? axis + rank : axis - 1
    const { before, after } = lastAxes(rank, [index])
    return [...before, { className: 'Softmax', config: { axis: -1 } }, ...after]
  },
  LeakyReLU: ({ className, config: { negative_slope } }) => [
    { className, config: { alpha: negative_slope } },
  ],
}

const negative: KerasLayer = { className: 'Rescaling', config: { scale: -1, offset: 0 } }

/** Activation functions that tfjs lacks or computes otherwise, as tfjs layers. Formulas: https://keras.io/api/layers/activations/. */
const lacking: Readonly<Record<string, readonly KerasLayer[]>> = {
  leaky_relu: [{ className: 'LeakyReLU', config: { alpha: 0.2 } }],
  // clip(x, −1, 1)
  hard_tanh: [
    { className: 'Rescaling', config: { scale: 1, offset: 1 } },
    { className: 'ReLU', config: { max_value: 2 } },
    { className: 'Rescaling', config: { scale: 1, offset: -1 } },
  ],
  // −softplus(−x)
  log_sigmoid: [negative, { className: 'Activation', config: { activation: 'softplus' } }, negative],
  // Keras 3: clip(x / 6 + 0.5, 0, 1); in tfjs clip(x / 5 + 0.5, 0, 1).
  hard_sigmoid: [
    { className: 'Rescaling', config: { scale: 1 / 6, offset: 0.5 } },
    { className: 'ReLU', config: { max_value: 1 } },
  ],
}

/** A layer that takes an activation function by name, and the layers after it that compute one tfjs lacks. */
export const followActivation = (layer: KerasLayer): readonly KerasLayer[] => {
  const { activation } = layer.config
  const after = typeof activation === 'string' && Object.hasOwn(lacking, activation) && lacking[activation]
  if (after) return [{ ...layer, config: { ...layer.config, activation: 'linear' } }, ...after]
  return [layer]
}
