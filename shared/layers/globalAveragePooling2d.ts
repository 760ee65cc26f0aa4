import { defineLayer, oneInput, oneOutput } from './define.ts'
import { firstProblem, floatProblem, knownSize, rankProblem, tensorAt } from './shapes.ts'

/** Mean of each channel over the whole image: [height, width, channels] → [channels]. */
export const globalAveragePooling2d = defineLayer({
  type: 'globalAveragePooling2d',
  category: 'convolution',
  title: 'GlobalAveragePooling2D',
  help: {
    en: 'Takes the mean of each channel over the whole image.',
    ko: '이미지 전체에서 채널마다 평균을 냅니다.',
  },
  formula: String.raw`y_c = \frac{1}{HW} \sum_{i,j} x_{ijc}`,
  source: 'https://arxiv.org/abs/1312.4400',
  inputs: oneInput,
  outputs: () => oneOutput,
  params: {},
  card: [],
  infer(inputs) {
    const spec = tensorAt(inputs)
    const problem = firstProblem(floatProblem(spec), rankProblem(spec, 3))
    return problem ? { problem } : { outputs: { output: { shape: spec.shape.slice(2), dtype: spec.dtype } } }
  },
  weights: () => [],
  flops: (inputs) => knownSize(tensorAt(inputs).shape),
  keras: {
    className: 'GlobalAveragePooling2D',
    fixed: { data_format: 'channels_last', keepdims: false },
  },
})
