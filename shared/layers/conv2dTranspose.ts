import { inferTranspose, transposeFlops, transposeParams, transposeWeights } from './convolution.ts'
import { defineLayer, oneInput, oneOutput } from './define.ts'

/** A convolution the other way round: [height, width, channels] → [height′, width′, filters], larger by the strides. */
export const conv2dTranspose = defineLayer({
  type: 'conv2dTranspose',
  category: 'convolution',
  title: 'Conv2DTranspose',
  help: {
    en: 'Enlarges an image by learned filters: a convolution the other way round, as decoders use it.',
    ko: '학습되는 필터로 이미지를 키웁니다. 디코더에 쓰는, 방향이 거꾸로인 합성곱층입니다.',
  },
  formula: String.raw`y_{ijo} = f\Big(\sum_{sk+p=i} \sum_{sl+q=j} \sum_c W_{pqoc} \, x_{klc} + b_o\Big)`,
  source: 'https://keras.io/api/layers/convolution_layers/convolution2d_transpose/',
  inputs: oneInput,
  outputs: () => oneOutput,
  params: transposeParams(2),
  card: ['filters', 'kernelSize', 'strides'],
  infer: inferTranspose,
  weights: transposeWeights,
  flops: transposeFlops,
  outputActivation: ({ activation }) => activation,
  keras: {
    className: 'Conv2DTranspose',
    fixed: {
      data_format: 'channels_last',
      output_padding: null,
      dilation_rate: [1, 1],
      activity_regularizer: null,
    },
  },
})
