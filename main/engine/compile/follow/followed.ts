import type { KerasLayer, TensorSpec } from '../../../../shared/layers/define.ts'

/** A tensor inside a followed layer: one of those that enter it, in their order, or an output of one of its steps. */
export type FollowedRef =
  | { readonly input: number }
  | { readonly step: string; readonly output?: number | undefined }
/** One tfjs layer, by a name unique among its steps. */
export interface FollowedStep {
  readonly name: string
  readonly layer: KerasLayer
  readonly from: readonly FollowedRef[]
  /** What it is instead in a model with masks. */
  readonly masked?: { readonly layer: KerasLayer; readonly from: readonly FollowedRef[] }
}
/** A small graph of tfjs layers that does what one Keras layer does, its steps in order. */
export interface Followed {
  readonly steps: readonly FollowedStep[]
  /** Its outputs in Keras' order; those of the last step when absent. */
  readonly outputs?: readonly FollowedRef[]
}

/**
 * The tfjs layers that do what one Keras layer does to these inputs: a list when they stand one after the other, the first
 * taking every input. `inner` follows the layer inside a wrapper.
 */
export type Follow = (
  layer: KerasLayer,
  inputs: readonly TensorSpec[],
  inner: (layer: KerasLayer, inputs: readonly TensorSpec[]) => Followed,
) => Followed | readonly KerasLayer[]
/** Differences between tfjs and Keras, by Keras class name. */
export type FollowTable = Readonly<Record<string, Follow>>

/** Layers one after the other as a graph; the first takes `inputs` tensors. */
export const chain = (layers: readonly KerasLayer[], inputs: number): Followed => ({
  steps: layers.map((layer, index) => ({
    name: String(index),
    layer,
    from:
      index === 0 ? Array.from({ length: inputs }, (_, input) => ({ input })) : [{ step: String(index - 1) }],
  })),
})

/** Layers one after the other as steps of a larger graph, the names numbered after `name`. */
export const line = (
  name: string,
  layers: readonly KerasLayer[],
  from: FollowedRef,
): readonly FollowedStep[] =>
  layers.map((layer, index) => ({
    name: `${name}${index}`,
    layer,
    from: [index === 0 ? from : { step: `${name}${index - 1}` }],
  }))

/** What the last of some steps puts out. */
export const endOf = (steps: readonly FollowedStep[]): FollowedRef => ({ step: steps.at(-1)?.name ?? '' })
