import { convolutionFlops, convolutionParams, convolutionWeights, inferSliding } from './convolution.ts'
import { defineLayer, oneInput, oneOutput } from './define.ts'

/** Slides learned filters over an image: [height, width, channels] → [height′, width′, filters]. */
export const conv2d = defineLayer({
  type: 'conv2d',
  category: 'convolution',
  title: 'Conv2D',
  help: {
    en: 'Slides learned filters over an image and puts out one channel a filter.',
    ko: '학습되는 필터를 이미지 위로 움직이며 필터마다 채널 하나를 출력하는 합성곱층입니다.',
  },
  formula: String.raw`y_{ijo} = f\Big(\sum_{p,q,c} W_{pqco} \, x_{si+dp,\, sj+dq,\, c} + b_o\Big)`,
  source: 'https://keras.io/api/layers/convolution_layers/convolution2d/',
  inputs: oneInput,
  outputs: () => oneOutput,
  params: convolutionParams(2),
  card: ['filters', 'kernelSize', 'activation'],
  infer: (inputs, values) => inferSliding(inputs, values, () => values.filters),
  weights: convolutionWeights,
  flops: convolutionFlops,
  outputActivation: ({ activation }) => activation,
  keras: {
    className: 'Conv2D',
    fixed: { data_format: 'channels_last', groups: 1, activity_regularizer: null },
  },
})
