import { defineLayer, manyInputs, oneOutput } from './define.ts'
import { inferMerge, mergeFlops } from './shapes.ts'

/** Product of its inputs, value by value; an axis of size 1 stretches. */
export const multiply = defineLayer({
  type: 'multiply',
  category: 'merge',
  title: 'Multiply',
  help: {
    en: 'Multiplies its inputs value by value, as in a gate.',
    ko: '입력들을 값끼리 곱합니다. 게이트에 씁니다.',
  },
  formula: String.raw`y = \prod_i x_i`,
  source: 'https://keras.io/api/layers/merging_layers/multiply/',
  inputs: manyInputs,
  outputs: () => oneOutput,
  params: {},
  card: [],
  infer: (inputs) => inferMerge(inputs),
  weights: () => [],
  flops: (inputs) => mergeFlops(inputs),
  keras: 'Multiply',
})
