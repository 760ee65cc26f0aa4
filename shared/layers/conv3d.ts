import { convolutionFlops, convolutionParams, convolutionWeights, inferSliding } from './convolution.ts'
import { defineLayer, oneInput, oneOutput } from './define.ts'

/** Slides learned filters over a volume: [depth, height, width, channels] → [depth′, height′, width′, filters]. */
export const conv3d = defineLayer({
  type: 'conv3d',
  category: 'convolution',
  title: 'Conv3D',
  help: {
    en: 'Slides learned filters over a volume, such as a scan or a film, and puts out one channel a filter.',
    ko: '학습되는 필터를 단층 촬영이나 영상 같은 3차원 볼륨 위로 움직이며 필터마다 채널 하나를 출력합니다.',
  },
  formula: String.raw`y_{ijko} = f\Big(\sum_{p,q,r,c} W_{pqrco} \, x_{si+dp,\, sj+dq,\, sk+dr,\, c} + b_o\Big)`,
  source: 'https://keras.io/api/layers/convolution_layers/convolution3d/',
  inputs: oneInput,
  outputs: () => oneOutput,
  params: convolutionParams(3),
  card: ['filters', 'kernelSize', 'activation'],
  infer: (inputs, values) => inferSliding(inputs, values, () => values.filters),
  weights: convolutionWeights,
  flops: convolutionFlops,
  outputActivation: ({ activation }) => activation,
  keras: {
    className: 'Conv3D',
    fixed: { data_format: 'channels_last', groups: 1, activity_regularizer: null },
  },
})
