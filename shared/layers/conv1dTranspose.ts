import { inferTranspose, transposeFlops, transposeParams, transposeWeights } from './convolution.ts'
import { defineLayer, oneInput, oneOutput } from './define.ts'

/** A convolution the other way round: [steps, channels] → [steps′, filters], larger by the strides. */
export const conv1dTranspose = defineLayer({
  type: 'conv1dTranspose',
  category: 'convolution',
  title: 'Conv1DTranspose',
  help: {
    en: 'Enlarges a sequence by learned filters: a convolution the other way round, as decoders use it.',
    ko: '학습되는 필터로 시퀀스를 키웁니다. 디코더에 쓰는, 방향이 거꾸로인 합성곱층입니다.',
  },
  formula: String.raw`y_{io} = f\Big(\sum_{sk+p=i} \sum_c W_{poc} \, x_{kc} + b_o\Big)`,
  source: 'https://keras.io/api/layers/convolution_layers/convolution1d_transpose/',
  inputs: oneInput,
  outputs: () => oneOutput,
  params: transposeParams(1),
  card: ['filters', 'kernelSize', 'strides'],
  infer: inferTranspose,
  weights: transposeWeights,
  flops: transposeFlops,
  outputActivation: ({ activation }) => activation,
  keras: {
    className: 'Conv1DTranspose',
    fixed: {
      data_format: 'channels_last',
      output_padding: null,
      dilation_rate: [1],
      activity_regularizer: null,
    },
  },
})
