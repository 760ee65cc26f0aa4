import { defineLayer, oneInput, oneOutput } from './define.ts'
import { floatProblem, tensorAt } from './shapes.ts'

/** Sets a random share of the values to zero while training and scales the others up by 1 / (1 − rate). */
export const dropout = defineLayer({
  type: 'dropout',
  category: 'regularise',
  title: 'Dropout',
  help: {
    en: 'Hides a random share of the values at each training step, against overfitting. Does nothing afterwards.',
    ko: '학습할 때마다 값의 일부를 무작위로 0으로 만들어 과적합을 줄입니다. 예측할 때는 아무 일도 하지 않습니다.',
  },
  formula: String.raw`y = \frac{m \odot x}{1 - p}, \quad m \sim \mathrm{Bernoulli}(1 - p)`,
  source: 'https://jmlr.org/papers/v15/srivastava14a.html',
  inputs: oneInput,
  outputs: () => oneOutput,
  params: {
    rate: {
      kind: 'float',
      default: 0.2,
      min: 0,
      max: 0.99,
      required: true,
      label: { en: 'Rate', ko: '비율' },
      help: { en: 'Share of the values that is hidden.', ko: '0으로 만들 값의 비율입니다.' },
    },
  },
  card: ['rate'],
  infer(inputs) {
    const spec = tensorAt(inputs)
    const problem = floatProblem(spec)
    return problem ? { problem } : { outputs: { output: spec } }
  },
  weights: () => [],
  flops: () => 0,
  outputActivation: () => 'input',
  keras: { className: 'Dropout', fixed: { seed: null, noise_shape: null } },
})
