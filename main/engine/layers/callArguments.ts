import type { Tfjs } from './tfjs.ts'

interface Arguments {
  mask?: unknown
  initialState?: unknown
}
interface Layer {
  apply: (this: Layer, inputs: unknown, kwargs?: Arguments) => unknown
}

/**
 * tfjs' executor hands one object of arguments from layer to layer: the next must not get the mask or the initial state of
 * the last. Stands alone, see `ownLayers`.
 */
export const callArguments = (tf: Tfjs): void => {
  const all = tf.layers.Layer.prototype as unknown as Layer
  const { apply } = all
  all.apply = function (inputs, kwargs) {
    const own = { ...kwargs }
    delete kwargs?.mask
    delete kwargs?.initialState
    return apply.call(this, inputs, own)
  }
}
