import { defineLayer, manyInputs, oneOutput } from './define.ts'
import { inferMerge, mergeFlops } from './shapes.ts'

/** Mean of its inputs, value by value; an axis of size 1 stretches. */
export const average = defineLayer({
  type: 'average',
  category: 'merge',
  title: 'Average',
  help: {
    en: 'Takes the mean of its inputs value by value.',
    ko: '입력들을 값끼리 평균합니다.',
  },
  formula: String.raw`y = \frac{1}{n} \sum_{i=1}^{n} x_i`,
  source: 'https://keras.io/api/layers/merging_layers/average/',
  inputs: manyInputs,
  outputs: () => oneOutput,
  params: {},
  card: [],
  infer: (inputs) => inferMerge(inputs),
  weights: () => [],
  flops: (inputs) => mergeFlops(inputs),
  keras: 'Average',
})
