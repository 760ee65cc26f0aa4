import { biasParams, channelsIn, depthwiseParams, inferSliding, slidingParams, stops } from './convolution.ts'
import { defineLayer, oneInput, oneOutput } from './define.ts'
import { knownSize } from './shapes.ts'

/** Filters over each channel alone: [height, width, channels] → [height′, width′, channels · depthMultiplier]. */
export const depthwiseConv2d = defineLayer({
  type: 'depthwiseConv2d',
  category: 'convolution',
  title: 'DepthwiseConv2D',
  help: {
    en: 'Slides filters of its own over each channel of an image, without mixing channels.',
    ko: '채널을 섞지 않고 채널마다 따로 둔 필터를 적용하는 합성곱층입니다.',
  },
  formula: String.raw`y_{ij,\, cM+m} = f\Big(\sum_{p,q} D_{pqcm} \, x_{si+p,\, sj+q,\, c} + b_{cM+m}\Big)`,
  source: 'https://keras.io/api/layers/convolution_layers/depthwise_convolution2d/',
  inputs: oneInput,
  outputs: () => oneOutput,
  params: { ...slidingParams(2), ...depthwiseParams, ...biasParams },
  card: ['kernelSize', 'depthMultiplier', 'activation'],
  infer: (inputs, values) => inferSliding(inputs, values, (channels) => channels * values.depthMultiplier),
  weights(inputs, { kernelSize, depthMultiplier, useBias }) {
    const channels = channelsIn(inputs)
    return [
      { name: 'depthwise_kernel', shape: [...kernelSize, channels, depthMultiplier], trainable: true },
      ...(useBias ? [{ name: 'bias', shape: [channels * depthMultiplier], trainable: true }] : []),
    ]
  },
  flops(inputs, values) {
    const channels = channelsIn(inputs) * values.depthMultiplier
    return stops(inputs, values) * channels * (2 * knownSize(values.kernelSize) + (values.useBias ? 1 : 0))
  },
  outputActivation: ({ activation }) => activation,
  keras: {
    className: 'DepthwiseConv2D',
    fixed: { data_format: 'channels_last', dilation_rate: [1, 1], activity_regularizer: null },
  },
})
