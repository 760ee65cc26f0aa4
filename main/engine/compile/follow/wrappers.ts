import type { KerasLayer, TensorSpec } from '../../../../shared/layers/define.ts'
import type { FollowedStep, FollowTable } from './followed.ts'

interface Wrapped {
  readonly class_name: string
  readonly config: KerasLayer['config']
}
const innerOf = ({ config }: KerasLayer): KerasLayer => {
  const { class_name, config: inner } = config.layer as Wrapped
  return { className: class_name, config: inner }
}
const wrap = ({ className, config }: KerasLayer, { className: class_name, config: inner }: KerasLayer) => ({
  className,
  // Without a name tfjs would count one up, and weights would get other names, and first values, each time.
  config: { ...config, layer: { class_name, config: { ...inner, name: 'inner' } } },
})

/** One step of the inner layer, at every step of the sequence. What merges tensors value by value does so anyway. */
const atEachStep = (layer: KerasLayer, step: FollowedStep): FollowedStep => {
  if (step.from.length === 1) return { ...step, layer: wrap(layer, step.layer) }
  const { className, config } = step.layer
  const merging = className === 'Concatenate' ? { ...config, axis: Number(config.axis) + 1 } : config
  return { ...step, layer: { className, config: merging } }
}

/** Layers around a layer. */
export const wrappers: FollowTable = {
  // What the inner layer becomes is done at each step, one after the other.
  TimeDistributed: (layer, [input], inner) => {
    const each: TensorSpec = { shape: input?.shape.slice(1) ?? [], dtype: input?.dtype ?? 'float32' }
    const { steps, outputs } = inner(innerOf(layer), [each])
    return {
      steps: steps.map((step) => atEachStep(layer, step)),
      ...(outputs && { outputs }),
    }
  },
  Bidirectional: (layer, inputs, inner) => {
    const { steps } = inner(innerOf(layer), inputs.slice(0, 1))
    const [only] = steps
    if (!only || steps.length > 1) throw new Error(`${innerOf(layer).className} is no single layer in tfjs.`)
    return [wrap(layer, only.layer)]
  },
}
