import type { Tensor } from '@tensorflow/tfjs-core'
import type { Tfjs } from './tfjs.ts'

type Mask = Tensor | null | undefined
type Shape = (number | null)[]

/**
 * Registers the two products of an attention that heeds masks, as Keras' do; a Softmax stands between them.
 * https://keras.io/api/layers/attention_layers/attention/. Stands alone, see `ownLayers`.
 */
export const maskedAttention = (tf: Tfjs): void => {
  const listOf = <T>(values: T | T[]) => (Array.isArray(values) ? values : [values])

  /** [query, key, the query that says which queries are padding, what says which steps are …] → [queries, steps]. */
  class AttentionScores extends tf.layers.Layer {
    static className = 'AttentionScores'
    readonly blind: boolean

    constructor(config: { readonly blind: boolean; readonly name?: string }) {
      super(config)
      this.blind = config.blind
      this.supportsMasking = true
    }

    override computeOutputShape(shapes: Shape | Shape[]): Shape {
      const [query = [], key = []] = shapes as Shape[]
      return [query[0] ?? null, query[1] ?? null, key[1] ?? null]
    }

    override call(inputs: Tensor | Tensor[]): Tensor {
      const [query, key] = inputs as [Tensor, Tensor]
      return tf.matMul(query, key, false, true)
    }

    override computeMask(inputs: Tensor | Tensor[], given?: Tensor | Tensor[]): Tensor | Tensor[] {
      const [query, key] = inputs as [Tensor, Tensor]
      const [, , queries, ...steps] = listOf(given) as Mask[]
      const [batch = 0, rows = 0] = query.shape
      const seen = [this.blind && queries ? tf.expandDims(queries, 2) : null]
      for (const mask of steps) seen.push(mask ? tf.expandDims(mask, 1) : null)
      return tf.tidy(() =>
        seen.reduce<Tensor>(
          (all, mask) => (mask ? tf.logicalAnd(all, tf.cast(mask, 'bool')) : all),
          tf.ones([batch, rows, key.shape[1] ?? 0], 'bool'),
        ),
      )
    }

    override getConfig() {
      return { ...super.getConfig(), blind: this.blind }
    }
  }

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

  tf.serialization.registerClass(AttentionScores as never)
  tf.serialization.registerClass(AttentionMix as never)
}
