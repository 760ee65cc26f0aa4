import type { KerasLayer, TensorSpec } from '../../../shared/layers/define.ts'
import { followActivation } from './follow/activations.ts'
import { differences } from './follow/differences.ts'
import { chain, type Followed, type FollowedStep } from './follow/followed.ts'

/** The activation of each step as tfjs has it. */
const withActivations = ({ steps, outputs }: Followed): Followed => {
  const ends = new Map<string, string>()
  const end = (name: string) => ends.get(name) ?? name
  const move = <R extends Followed['steps'][number]['from'][number]>(ref: R) =>
    'step' in ref ? { ...ref, step: end(ref.step) } : ref
  const all = steps.flatMap(({ name, layer, from, masked }): FollowedStep[] => {
    const moved = from.map(move)
    const [main = layer, ...after] = followActivation(layer)
    ends.set(name, after.length ? `${name}/${after.length}` : name)
    return [
      {
        name,
        layer: main,
        from: moved,
        ...(masked && { masked: { ...masked, from: masked.from.map(move) } }),
      },
      ...after.map((one, index) => ({
        name: `${name}/${index + 1}`,
        layer: one,
        from: [{ step: index === 0 ? name : `${name}/${index}` }],
      })),
    ]
  })
  return { steps: all, ...(outputs && { outputs: outputs.map(move) }) }
}

/**
 * A Keras layer as a small graph of tfjs layers that compute the same. Their configs still say how weights start and what
 * they cost, as Keras writes it: see `tfjsConfig`.
 */
export const followKeras = (layer: KerasLayer, inputs: readonly TensorSpec[]): Followed => {
  const { className } = layer
  const follow = Object.hasOwn(differences, className) ? differences[className] : undefined
  const found = follow?.(layer, inputs, followKeras) ?? [layer]
  return withActivations('steps' in found ? found : chain(found, inputs.length))
}
