import type { Tensor } from '@tensorflow/tfjs-core'
import type { Tfjs } from './tfjs.ts'

/** Registers the layer that gives every value an operation of tfjs' own: exp, log or sqrt. Stands alone, see `ownLayers`. */
export const math = (tf: Tfjs): void => {
  class MathLayer extends tf.layers.Layer {
    static className = 'Math'
    readonly operation: 'exp' | 'log' | 'sqrt'

    constructor(config: { readonly operation: 'exp' | 'log' | 'sqrt'; readonly name?: string }) {
      super(config)
      this.operation = config.operation
    }

    override call(inputs: Tensor | Tensor[]): Tensor {
      const [x] = [inputs].flat() as [Tensor]
      return tf.tidy(() => tf[this.operation](x))
    }

    override getConfig() {
      return { ...super.getConfig(), operation: this.operation }
    }
  }
  tf.serialization.registerClass(MathLayer)
}
