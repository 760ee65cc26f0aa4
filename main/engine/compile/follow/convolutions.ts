import type { KerasLayer, TensorSpec } from '../../../../shared/layers/define.ts'
import type { FollowTable } from './followed.ts'
import { reshapeTo } from './reshaping.ts'

const first = (value: unknown) => Number([value].flat()[0])

/** A convolution along a sequence, done by a layer for images; puts out this many channels. */
const asImage = (
  className: string,
  { config }: KerasLayer,
  [input]: readonly TensorSpec[],
  channelsOut: number,
): readonly KerasLayer[] => {
  const [steps = null, channels = null] = input?.shape ?? []
  const strides = first(config.strides ?? 1)
  const wide = (value: unknown) => [1, first(value ?? 1)]
  const window = first(config.dilation_rate ?? 1) * (first(config.kernel_size) - 1) + 1
  const isSame = config.padding === 'same'
  const length = steps && Math.ceil((isSame ? steps : steps - window + 1) / strides)
  return [
    reshapeTo([1, steps, channels]),
    {
      className,
      config: {
        ...config,
        kernel_size: wide(config.kernel_size),
        // tfjs wants the same stride along both axes.
        strides: [strides, strides],
        dilation_rate: wide(config.dilation_rate),
      },
    },
    reshapeTo([length, channelsOut]),
  ]
}

/** Convolutions. */
export const convolutions: FollowTable = {
  // The output at a step sees no later one: all zeros go before the sequence. tfjs' gradient of its own way is wrong.
  Conv1D: (layer, inputs, inner) => {
    const { kernel_size, dilation_rate = 1, padding } = layer.config
    if (padding !== 'causal') return [layer]
    const before = first(dilation_rate) * (first(kernel_size) - 1)
    const padded = inner({ className: 'ZeroPadding1D', config: { padding: [before, 0] } }, inputs)
    const last = padded.steps.at(-1)?.name ?? ''
    const valid = { ...layer, config: { ...layer.config, padding: 'valid' } }
    return { steps: [...padded.steps, { name: 'convolution', layer: valid, from: [{ step: last }] }] }
  },
  // tfjs has these for images only: a sequence is an image of one row.
  SeparableConv1D: (layer, inputs) => asImage('SeparableConv2D', layer, inputs, Number(layer.config.filters)),
  DepthwiseConv1D: (layer, inputs) =>
    asImage(
      'DepthwiseConv2D',
      layer,
      inputs,
      Number(layer.config.depth_multiplier) * (inputs[0]?.shape[1] ?? 1),
    ),
  Conv1DTranspose: ({ config }, [input]) => {
    const [steps = null, channels = null] = input?.shape ?? []
    const [size, stride] = [first(config.kernel_size), first(config.strides)]
    const beyond = config.padding === 'valid' ? Math.max(size - stride, 0) : 0
    return [
      reshapeTo([steps, 1, channels]),
      {
        className: 'Conv2DTranspose',
        config: { ...config, kernel_size: [size, 1], strides: [stride, 1], dilation_rate: [1, 1] },
      },
      reshapeTo([steps && steps * stride + beyond, Number(config.filters)]),
    ]
  },
}
