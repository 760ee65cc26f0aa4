import { defineLayer, oneOutput, twoInputs } from './define.ts'
import { firstProblem, floatProblem, inferMerge, mergeFlops, tensorAt } from './shapes.ts'

const both = (inputs: Parameters<typeof inferMerge>[0]) => [
  tensorAt(inputs, 'first'),
  tensorAt(inputs, 'second'),
]

/** First minus second input, value by value; an axis of size 1 stretches. */
export const subtract = defineLayer({
  type: 'subtract',
  category: 'merge',
  title: 'Subtract',
  help: {
    en: 'Takes its second input away from its first, value by value.',
    ko: '첫째 입력에서 둘째 입력을 값끼리 뺍니다.',
  },
  formula: 'y = a - b',
  source: 'https://keras.io/api/layers/merging_layers/subtract/',
  inputs: twoInputs,
  outputs: () => oneOutput,
  params: {},
  card: [],
  infer(inputs) {
    const specs = both(inputs)
    const problem = firstProblem(...specs.map(floatProblem))
    return problem ? { problem } : inferMerge({ input: specs })
  },
  weights: () => [],
  flops: (inputs) => mergeFlops({ input: both(inputs) }),
  keras: 'Subtract',
})
