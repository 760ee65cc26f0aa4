import type { Tensor } from '@tensorflow/tfjs-core'
import type { Tfjs } from './tfjs.ts'

type Mask = Tensor | null | undefined
type Values = Tensor | Tensor[]
/** What tfjs' layers have that is changed here. */
interface Layer {
  readonly axis?: number
  readonly returnSequences?: boolean
  call: (this: Layer, inputs: Values, kwargs: { readonly mask?: Mask }) => Values
  computeMask: (this: Layer, inputs: Values, masks?: Mask | Mask[]) => Mask | Mask[]
}

/**
 * Makes tfjs' layers heed masks and hand them on as Keras' do; without a mask they are as before.
 * Rules of each layer: https://keras.io/guides/understanding_masking_and_padding/. Stands alone, see `ownLayers`.
 */
export const masks = (tf: Tfjs): void => {
  const { layers } = tf
  const prototypeOf = (layer: unknown) => Object.getPrototypeOf(layer) as Layer
  const listOf = <T>(values: T | T[]) => (Array.isArray(values) ? values : [values])

  // tfjs gives these no mask to hand on, and makes each layer decide in its constructor.
  const passing = [layers.elu(), layers.leakyReLU(), layers.softmax(), layers.rescaling({ scale: 1 })]
  for (const layer of passing)
    Object.defineProperty(prototypeOf(layer), 'supportsMasking', { get: () => true, set: () => {} })

  // A value of a sum is masked where all of its parts are.
  const merge = Object.getPrototypeOf(prototypeOf(layers.add())) as Layer
  merge.computeMask = (_, given) => {
    const [first, ...others] = listOf(given)
    if (!first || others.some((mask) => !mask)) return null
    return others.reduce<Tensor>((joined, mask) => tf.logicalOr(joined, mask as Tensor), first)
  }
  const concatenate = prototypeOf(layers.concatenate())
  concatenate.computeMask = function (inputs, given) {
    const found = listOf(given)
    if (found.every((mask) => !mask)) return null
    const wide = listOf(inputs).map((input, index) => {
      const mask = found[index]
      if (!mask) return tf.ones(input.shape, 'bool')
      return mask.rank < input.rank ? tf.broadcastTo(tf.expandDims(mask, -1), input.shape) : mask
    })
    return tf.any(tf.concat(wide as Tensor[], this.axis), -1)
  }

  // Masked places get next to nothing.
  const softmax = prototypeOf(layers.softmax())
  const softmaxOfAll = softmax.call
  softmax.call = function (inputs, kwargs) {
    const { mask } = kwargs
    const [values] = listOf(inputs) as [Tensor]
    if (mask?.rank !== values.rank) return softmaxOfAll.call(this, inputs, kwargs)
    const lowered = tf.mul(tf.sub(1, tf.cast(mask, 'float32')), -1e9)
    return softmaxOfAll.call(this, tf.add(values, lowered), kwargs)
  }

  // The mean of the steps that count.
  const mean = prototypeOf(layers.globalAveragePooling1d({}))
  const meanOfAll = mean.call
  mean.call = function (inputs, kwargs) {
    const { mask } = kwargs
    if (!mask) return meanOfAll.call(this, inputs, kwargs)
    return tf.tidy(() => {
      const counts = tf.expandDims(tf.cast(mask, 'float32'), -1)
      const total = tf.sum(tf.mul(listOf(inputs)[0] as Tensor, counts), 1)
      return tf.div(total, tf.maximum(tf.sum(counts, 1), 1))
    })
  }

  // Both ways at once put out 0 at masked steps, where one alone would repeat its last output.
  const both = prototypeOf(
    layers.bidirectional({ layer: layers.lstm({ units: 1 }) as never, mergeMode: 'sum' }),
  )
  const bothWays = both.call
  both.call = function (inputs, kwargs) {
    const { mask } = kwargs
    const found = bothWays.call(this, inputs, kwargs)
    if (!mask || !this.returnSequences) return found
    const [sequence, ...states] = listOf(found) as [Tensor, ...Tensor[]]
    const counted = tf.mul(sequence, tf.expandDims(tf.cast(mask, 'float32'), -1))
    return Array.isArray(found) ? [counted, ...states] : counted
  }
}
