import { inferTranspose, transposeFlops, transposeParams, transposeWeights } from './convolution.ts'
import { defineLayer, oneInput, oneOutput } from './define.ts'

/** A convolution the other way round: [depth, height, width, channels] → [depth′, height′, width′, filters], larger by the strides. */
export const conv3dTranspose = defineLayer({
  type: 'conv3dTranspose',
  category: 'convolution',
  title: 'Conv3DTranspose',
  help: {
    en: 'Enlarges a volume by learned filters: a convolution the other way round, as decoders use it.',
    ko: '학습되는 필터로 3차원 볼륨을 키웁니다. 디코더에 쓰는, 방향이 거꾸로인 합성곱층입니다.',
  },
  formula: String.raw`y_{ijho} = f\Big(\sum_{sk+p=i} \sum_{sl+q=j} \sum_{sm+r=h} \sum_c W_{pqroc} \, x_{klmc} + b_o\Big)`,
  source: 'https://keras.io/api/layers/convolution_layers/convolution3d_transpose/',
  inputs: oneInput,
  outputs: () => oneOutput,
  params: transposeParams(3),
  card: ['filters', 'kernelSize', 'strides'],
  infer: inferTranspose,
  weights: transposeWeights,
  flops: transposeFlops,
  outputActivation: ({ activation }) => activation,
  keras: {
    className: 'Conv3DTranspose',
    fixed: {
      data_format: 'channels_last',
      output_padding: null,
      dilation_rate: [1, 1, 1],
      activity_regularizer: null,
    },
  },
})
