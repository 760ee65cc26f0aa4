import type { KerasLayer } from '../../../../shared/layers/define.ts'
import type { FollowTable } from './followed.ts'

/** Activation layers. */
export const activations: FollowTable = {
  // tfjs has only alpha 1. ELU(x) of alpha is ELU(x) where x ≥ 0, and alpha · ELU(x) below.
  ELU: ({ config: { alpha } }) => {
    const elu = { className: 'ELU', config: {} }
    return alpha === 1 ? [elu] : [elu, { className: 'LeakyReLU', config: { alpha } }]
  },
  LeakyReLU: ({ className, config: { negative_slope } }) => [
    { className, config: { alpha: negative_slope } },
  ],
}

/** Activation functions that tfjs lacks or computes otherwise, as layers. */
const lacking: Readonly<Record<string, readonly KerasLayer[]>> = {
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
