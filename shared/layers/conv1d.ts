import { paddings } from './choices.ts'
import { convolutionFlops, convolutionParams, convolutionWeights, inferSliding } from './convolution.ts'
import { defineLayer, oneInput, oneOutput } from './define.ts'

const params = convolutionParams(1)

/** Slides learned filters along a sequence: [steps, channels] → [steps′, filters]. */
export const conv1d = defineLayer({
  type: 'conv1d',
  category: 'convolution',
  title: 'Conv1D',
  help: {
    en: 'Slides learned filters along a sequence and puts out one channel a filter.',
    ko: '학습되는 필터를 시퀀스를 따라 움직이며 필터마다 채널 하나를 출력하는 합성곱층입니다.',
  },
  formula: String.raw`y_{io} = f\Big(\sum_{p,c} W_{pco} \, x_{si+dp,\, c} + b_o\Big)`,
  source: 'https://keras.io/api/layers/convolution_layers/convolution1d/',
  inputs: oneInput,
  outputs: () => oneOutput,
  params: {
    ...params,
    padding: {
      ...params.padding,
      options: [...paddings, 'causal'],
      help: {
        en: 'valid: the filter stays inside. same: both ends are padded with zeros. causal: only the start is, so that no output sees a later step.',
        ko: 'valid는 필터가 안쪽에만 놓이고, same은 양 끝을, causal은 앞쪽만 0으로 채워 출력이 뒤 단계를 보지 못하게 합니다.',
      },
    },
  },
  card: ['filters', 'kernelSize', 'activation'],
  infer: (inputs, values) => inferSliding(inputs, values, () => values.filters),
  weights: convolutionWeights,
  flops: convolutionFlops,
  outputActivation: ({ activation }) => activation,
  keras: {
    className: 'Conv1D',
    fixed: { data_format: 'channels_last', groups: 1, activity_regularizer: null },
  },
})
