import type { Tensor, Tensor2D } from '@tensorflow/tfjs-core'
import type { Config, LayerClass, Tfjs } from './tfjs.ts'

interface Variable {
  readonly read: () => Tensor
}
interface Activation {
  readonly apply: (x: Tensor) => Tensor
}
/** The parts of tfjs' GRUCell that are used here. */
interface GruCell {
  readonly dropout: number
  readonly recurrentDropout: number
  readonly activation: Activation
  readonly recurrentActivation: Activation
  dropoutMask: Tensor[] | null
  recurrentDropoutMask: Tensor[] | null
  readonly kernel: Variable
  readonly recurrentKernel: Variable
  readonly bias: Variable | null
  addWeight(name: string, shape: readonly number[], ...rest: readonly unknown[]): Variable
}
interface Gru {
  cell: GruCell
  getConfig(): Config
}

/**
 * Registers Keras' GRU with `reset_after`, which tfjs refuses: the reset gate works on h·U + b, with a bias of [2, 3 · units].
 * Source: https://keras.io/api/layers/recurrent_layers/gru/. Stands alone, see `ownLayers`.
 */
export const gruResetAfter = (tf: Tfjs): void => {
  const PlainCell = tf.layers.gruCell({ units: 1 }).constructor as unknown as LayerClass<GruCell>
  const PlainGru = tf.layers.gru({ units: 1 }).constructor as unknown as LayerClass<Gru>

  class Cell extends PlainCell {
    static override className = 'GRUResetAfterCell'

    /** Only the bias has another shape than in the cell without `reset_after`. */
    override addWeight(name: string, shape: readonly number[], ...rest: readonly unknown[]) {
      return super.addWeight(name, name === 'bias' ? [2, ...shape] : shape, ...rest)
    }

    call([x, h]: [Tensor2D, Tensor2D], { training }: { training?: boolean }) {
      return tf.tidy(() => {
        const draw = (like: Tensor, rate: number) =>
          training && rate > 0 ? [tf.keep(tf.dropout(tf.onesLike(like), rate))] : null
        this.dropoutMask ??= draw(x, this.dropout)
        this.recurrentDropoutMask ??= draw(h, this.recurrentDropout)
        const input = this.dropoutMask?.[0] ? tf.mul<Tensor2D>(x, this.dropoutMask[0]) : x
        const state = this.recurrentDropoutMask?.[0] ? tf.mul<Tensor2D>(h, this.recurrentDropoutMask[0]) : h
        const [inputBias, stateBias] = this.bias ? tf.unstack(this.bias.read()) : []
        const gates = (value: Tensor2D, weights: Variable, bias: Tensor | undefined) => {
          const product = tf.matMul(value, weights.read() as Tensor2D)
          return tf.split(bias ? tf.add(product, bias) : product, 3, 1) as [Tensor, Tensor, Tensor]
        }
        const [xz, xr, xh] = gates(input, this.kernel, inputBias)
        const [hz, hr, hh] = gates(state, this.recurrentKernel, stateBias)
        const keep = this.recurrentActivation.apply(tf.add(xz, hz))
        const reset = this.recurrentActivation.apply(tf.add(xr, hr))
        const fresh = this.activation.apply(tf.add(xh, tf.mul(reset, hh)))
        const next = tf.add(tf.mul(keep, state), tf.mul(tf.sub(1, keep), fresh))
        return [next, next]
      })
    }
  }

  class Layer extends PlainGru {
    static override className = 'GRUResetAfter'

    constructor(config: Config) {
      super({ ...config, resetAfter: false })
      this.cell = new Cell({ ...config, resetAfter: false })
    }

    override getConfig() {
      return { ...super.getConfig(), resetAfter: true }
    }
  }
  tf.serialization.registerClass(Cell as never)
  tf.serialization.registerClass(Layer as never)
}
