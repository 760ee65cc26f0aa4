import type { Tensor } from '@tensorflow/tfjs-core'
import type { Tfjs } from './tfjs.ts'

type Mask = Tensor | null | undefined
type Shape = (number | null)[]

/** Registers the second product of an attention that heeds masks: its mask is the query's. Stands alone, see `ownLayers`. */
export const attentionMix = (tf: Tfjs): void => {
  const listOf = <T>(values: T | T[]) => (Array.isArray(values) ? values : [values])

  /** [the query that says which queries are padding, shares, value] → [queries, size]. */
  class AttentionMix extends tf.layers.Layer {
    static className = 'AttentionMix'
    readonly zero: boolean

    constructor(config: { readonly zero: boolean; readonly name?: string }) {
      super(config)
      this.zero = config.zero
      this.supportsMasking = true
    }

    override computeOutputShape(shapes: Shape | Shape[]): Shape {
      const [, shares = [], value = []] = shapes as Shape[]
      return [shares[0] ?? null, shares[1] ?? null, value[2] ?? null]
    }

    override call(inputs: Tensor | Tensor[], { mask }: { readonly mask?: Mask }): Tensor {
      const [, shares, value] = inputs as [Tensor, Tensor, Tensor]
      const mixed = tf.matMul(shares, value)
      return mask && this.zero ? tf.mul(mixed, tf.expandDims(tf.cast(mask, 'float32'), -1)) : mixed
    }

    override computeMask(_: Tensor | Tensor[], given?: Tensor | Tensor[]): Tensor {
      return listOf(given)[0] as Tensor
    }

    override getConfig() {
      return { ...super.getConfig(), zero: this.zero }
    }
  }
  tf.serialization.registerClass(AttentionMix as never)
}
