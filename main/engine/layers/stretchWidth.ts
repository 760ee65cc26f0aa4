import type { Tensor } from '@tensorflow/tfjs-core'
import type { Tfjs } from './tfjs.ts'

/**
 * Registers the layer that stretches a batch of images by a random width while training. tfjs' own RandomWidth does so
 * when it predicts too, has no right gradient for a batch, and doesn't draw from the run's generator. Places as in
 * TensorFlow's `image.resize`: https://www.tensorflow.org/api_docs/python/tf/image/resize. Stands alone, see `ownLayers`.
 */
export const stretchWidth = (tf: Tfjs): void => {
  interface Config {
    readonly factor: number
    readonly interpolation: 'bilinear' | 'nearest'
    readonly name?: string
  }
  type Sizes = (number | null)[]

  class StretchWidth extends tf.layers.Layer {
    static className = 'StretchWidth'
    readonly config: Config

    constructor(config: Config) {
      super(config)
      this.config = config
    }

    override computeOutputShape(shape: Sizes | Sizes[]): Sizes {
      const [batch = null, height = null, , channels = null] = shape as Sizes
      return [batch, height, null, channels]
    }

    override call(inputs: Tensor | Tensor[], { training }: { readonly training?: boolean }): Tensor {
      const [images] = [inputs].flat() as [Tensor]
      const [batch = 0, height = 0, width = 0, channels = 0] = images.shape
      const drawn = 1 + this.config.factor * (2 * Math.random() - 1)
      if (!training) return images
      const wide = Math.max(1, Math.round(drawn * width))
      return tf.tidy(() => {
        const rows = tf.reshape(tf.transpose(images, [0, 1, 3, 2]), [batch * height * channels, width])
        const stretched = tf.matMul(rows, this.shares(width, wide))
        return tf.transpose(tf.reshape(stretched, [batch, height, channels, wide]), [0, 1, 3, 2])
      })
    }

    /** How much of each old column is in each new one: [width, wide]. */
    shares(width: number, wide: number): Tensor {
      const shares = new Float32Array(width * wide)
      const put = (from: number, to: number, share: number) => {
        const column = Math.min(width - 1, Math.max(0, from))
        shares[column * wide + to] = (shares[column * wide + to] ?? 0) + share
      }
      for (let column = 0; column < wide; column++) {
        const middle = ((column + 0.5) * width) / wide
        const left = Math.floor(middle - 0.5)
        if (this.config.interpolation === 'nearest') put(Math.floor(middle), column, 1)
        else {
          put(left, column, 1 - (middle - 0.5 - left))
          put(left + 1, column, middle - 0.5 - left)
        }
      }
      return tf.tensor2d(shares, [width, wide])
    }

    override getConfig() {
      const { factor, interpolation } = this.config
      return { ...super.getConfig(), factor, interpolation }
    }
  }
  tf.serialization.registerClass(StretchWidth as never)
}
