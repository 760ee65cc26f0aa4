import { defineLayer, manyInputs, oneOutput } from './define.ts'
import { inferMerge, mergeFlops } from './shapes.ts'

/** Largest of its inputs, value by value; an axis of size 1 stretches. */
export const maximum = defineLayer({
  type: 'maximum',
  category: 'merge',
  title: 'Maximum',
  help: {
    en: 'Keeps the largest of its inputs value by value.',
    ko: '입력들 가운데 값마다 가장 큰 것을 고릅니다.',
  },
  formula: String.raw`y = \max_i x_i`,
  source: 'https://keras.io/api/layers/merging_layers/maximum/',
  inputs: manyInputs,
  outputs: () => oneOutput,
  params: {},
  card: [],
  infer: (inputs) => inferMerge(inputs),
  weights: () => [],
  flops: (inputs) => mergeFlops(inputs),
  keras: 'Maximum',
})
