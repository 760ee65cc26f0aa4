import type * as core from '@tensorflow/tfjs-core'
import type * as tfjsLayers from '@tensorflow/tfjs-layers'

/** TensorFlow.js as one object, as a program has it that loads an exported model. */
export type Tfjs = typeof core & typeof tfjsLayers

/** A layer's config in camelCase. */
export type Config = Record<string, unknown>
/** The class behind a layer that tfjs only offers as a function. */
export interface LayerClass<T> {
  new (config: Config): T
  readonly className: string
}
