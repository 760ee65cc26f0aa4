import { channelsIn, inferSliding, separableParams, stops } from './convolution.ts'
import { defineLayer, oneInput, oneOutput } from './define.ts'
import { knownSize } from './shapes.ts'

/** Filters over each channel alone, then a mix of the channels at each place: [height, width, channels] → [height′, width′, filters]. */
export const separableConv2d = defineLayer({
  type: 'separableConv2d',
  category: 'convolution',
  title: 'SeparableConv2D',
  help: {
    en: 'A convolution in two cheap steps: filters for each channel alone, then a mix of the channels at each place.',
    ko: '합성곱을 두 단계로 나눈 층입니다. 채널마다 따로 필터를 적용한 다음 자리마다 채널을 섞어 계산이 적습니다.',
  },
  formula: String.raw`y_{ijo} = f\Big(\sum_{c,m} P_{cmo} \sum_{p,q} D_{pqcm} \, x_{si+dp,\, sj+dq,\, c} + b_o\Big)`,
  source: 'https://keras.io/api/layers/convolution_layers/separable_convolution2d/',
  inputs: oneInput,
  outputs: () => oneOutput,
  params: separableParams(2),
  card: ['filters', 'kernelSize', 'activation'],
  infer: (inputs, values) => inferSliding(inputs, values, () => values.filters),
  weights(inputs, { filters, kernelSize, depthMultiplier, useBias }) {
    const channels = channelsIn(inputs)
    const ones = kernelSize.map(() => 1)
    return [
      { name: 'depthwise_kernel', shape: [...kernelSize, channels, depthMultiplier], trainable: true },
      { name: 'pointwise_kernel', shape: [...ones, channels * depthMultiplier, filters], trainable: true },
      ...(useBias ? [{ name: 'bias', shape: [filters], trainable: true }] : []),
    ]
  },
  flops(inputs, values) {
    const mixed = channelsIn(inputs) * values.depthMultiplier
    const each = 2 * mixed * (knownSize(values.kernelSize) + values.filters)
    return stops(inputs, values) * (each + (values.useBias ? values.filters : 0))
  },
  outputActivation: ({ activation }) => activation,
  keras: {
    className: 'SeparableConv2D',
    fixed: { data_format: 'channels_last', activity_regularizer: null },
  },
})
