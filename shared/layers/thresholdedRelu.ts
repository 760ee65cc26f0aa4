import { defineLayer, oneInput, oneOutput } from './define.ts'
import { inferSame } from './shapes.ts'

/** x where x > theta, 0 elsewhere. A layer of its own in Keras 2 and tfjs, a ReLU with a threshold in Keras 3. */
export const thresholdedRelu = defineLayer({
  type: 'thresholdedRelu',
  category: 'core',
  title: 'ThresholdedReLU',
  help: {
    en: 'Lets values above a threshold pass and turns all others into 0.',
    ko: '문턱값보다 큰 값만 통과시키고 나머지는 0으로 만듭니다.',
  },
  formula: String.raw`y = \begin{cases} x & x > \theta \\ 0 & x \le \theta \end{cases}`,
  source: 'https://arxiv.org/abs/1402.3337',
  inputs: oneInput,
  outputs: () => oneOutput,
  params: {
    theta: {
      kind: 'float',
      default: 1,
      min: 0,
      max: 1e9,
      label: { en: 'Threshold', ko: '문턱값' },
      help: { en: 'Values up to this one become 0.', ko: '이 값 이하는 0이 됩니다.' },
    },
  },
  card: ['theta'],
  infer: (inputs) => inferSame(inputs),
  weights: () => [],
  flops: () => 0,
  outputActivation: () => 'relu',
  keras: 'ThresholdedReLU',
  lower: (_, { theta }) => ({
    steps: [
      {
        name: 'relu',
        layer: { className: 'ReLU', config: { max_value: null, negative_slope: 0, threshold: theta } },
        from: [{ port: 'input' }],
      },
    ],
    outputs: { output: { step: 'relu' } },
  }),
})
