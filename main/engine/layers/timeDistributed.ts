import type { Tensor } from '@tensorflow/tfjs-core'
import type { Tfjs } from './tfjs.ts'

type Values = Tensor | Tensor[]
interface Layer {
  readonly layer: Layer
  call: (this: Layer, inputs: Values, kwargs: { readonly mask?: Tensor }) => Values
}

/**
 * Makes TimeDistributed give its inner layer all steps as one batch, which is quicker than one after the other, and of a mask
 * only what lies after the steps. Stands alone, see `ownLayers`.
 */
export const timeDistributed = (tf: Tfjs): void => {
  const wrapper = tf.layers.timeDistributed({ layer: tf.layers.flatten() })
  const each = Object.getPrototypeOf(wrapper) as Layer
  each.call = function (inputs, { mask, ...others }) {
    const x = [inputs].flat()[0] as Tensor
    const [batch = 0, steps = 0, ...rest] = x.shape
    return tf.tidy(() => {
      const inner = mask && mask.rank > 2 && tf.reshape(mask, [batch * steps, ...mask.shape.slice(2)])
      const given = inner ? { ...others, mask: inner } : others
      const y = [this.layer.call(tf.reshape(x, [batch * steps, ...rest]), given)].flat()[0] as Tensor
      return tf.reshape(y, [batch, steps, ...y.shape.slice(1)])
    })
  }
}
