import { defineLayer, oneInput, oneOutput } from './define.ts'
import { floatProblem, tensorAt } from './shapes.ts'

/** x where x ≥ 0, negativeSlope · x elsewhere. */
export const leakyRelu = defineLayer({
  type: 'leakyRelu',
  category: 'core',
  title: 'LeakyReLU',
  help: {
    en: 'Like ReLU, but negative values keep a small slope instead of becoming 0.',
    ko: 'ReLU와 같지만 음수를 0으로 만들지 않고 작은 기울기를 남깁니다.',
  },
  formula: String.raw`y = \begin{cases} x & x \ge 0 \\ \alpha x & x < 0 \end{cases}`,
  source: 'https://keras.io/api/layers/activation_layers/leaky_relu/',
  inputs: oneInput,
  outputs: () => oneOutput,
  params: {
    negativeSlope: {
      kind: 'float',
      default: 0.3,
      min: 0,
      max: 1000,
      label: { en: 'Negative slope', ko: '음수 기울기' },
      help: { en: 'Factor for values below 0.', ko: '0보다 작은 값에 곱하는 수입니다.' },
    },
  },
  card: ['negativeSlope'],
  infer(inputs) {
    const spec = tensorAt(inputs)
    const problem = floatProblem(spec)
    return problem ? { problem } : { outputs: { output: spec } }
  },
  weights: () => [],
  flops: () => 0,
  outputActivation: () => 'leakyRelu',
  keras: 'LeakyReLU',
  fromKeras: ({ alpha, negative_slope = alpha, ...config }) => ({ ...config, negative_slope }),
})
