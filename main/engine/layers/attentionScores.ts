import type { Tensor } from '@tensorflow/tfjs-core'
import type { Tfjs } from './tfjs.ts'

type Mask = Tensor | null | undefined
type Shape = (number | null)[]

/**
 * Registers the first product of an attention that heeds masks, whose mask is read by the Softmax behind it, as in Keras:
 * https://keras.io/api/layers/attention_layers/attention/. Stands alone, see `ownLayers`.
 */
export const attentionScores = (tf: Tfjs): void => {
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
  tf.serialization.registerClass(AttentionScores as never)
}
