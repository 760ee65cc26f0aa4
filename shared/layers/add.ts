import { defineLayer, manyInputs, oneOutput } from './define.ts'
import { inferMerge, mergeFlops } from './shapes.ts'

/** Sum of its inputs, value by value; an axis of size 1 stretches. */
export const add = defineLayer({
  type: 'add',
  category: 'merge',
  title: 'Add',
  help: {
    en: 'Adds its inputs value by value, as in a residual connection.',
    ko: '입력들을 값끼리 더합니다. 잔차 연결에 씁니다.',
  },
  formula: String.raw`y = \sum_i x_i`,
  source: 'https://keras.io/api/layers/merging_layers/add/',
  inputs: manyInputs,
  outputs: () => oneOutput,
  params: {},
  card: [],
  infer: (inputs) => inferMerge(inputs),
  weights: () => [],
  flops: (inputs) => mergeFlops(inputs),
  keras: 'Add',
})
