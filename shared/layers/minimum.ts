import { defineLayer, manyInputs, oneOutput } from './define.ts'
import { inferMerge, mergeFlops } from './shapes.ts'

/** The smallest of its inputs, value by value; an axis of size 1 stretches. */
export const minimum = defineLayer({
  type: 'minimum',
  category: 'merge',
  title: 'Minimum',
  help: {
    en: 'Keeps the smallest of its inputs, value by value.',
    ko: '입력들을 값끼리 비교하여 가장 작은 값을 남깁니다.',
  },
  formula: String.raw`y = \min_i x_i`,
  source: 'https://keras.io/api/layers/merging_layers/minimum/',
  inputs: manyInputs,
  outputs: () => oneOutput,
  params: {},
  card: [],
  infer: (inputs) => inferMerge(inputs),
  weights: () => [],
  flops: (inputs) => mergeFlops(inputs),
  keras: 'Minimum',
})
