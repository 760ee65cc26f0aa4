import { defineLayer, oneInput, oneOutput } from './define.ts'
import { inferSame } from './shapes.ts'

/** Adds normal noise of mean 0 to every value while training. */
export const gaussianNoise = defineLayer({
  type: 'gaussianNoise',
  category: 'regularise',
  title: 'GaussianNoise',
  help: {
    en: 'Adds random noise to every value while training, against overfitting. Does nothing afterwards.',
    ko: '학습할 때 모든 값에 무작위 잡음을 더하여 과적합을 줄입니다. 예측할 때는 아무 일도 하지 않습니다.',
  },
  formula: String.raw`y = x + n, \quad n \sim \mathcal{N}(0, \sigma^2)`,
  source: 'https://keras.io/api/layers/regularization_layers/gaussian_noise/',
  inputs: oneInput,
  outputs: () => oneOutput,
  params: {
    stddev: {
      kind: 'float',
      default: 0.1,
      min: 0,
      max: 10,
      required: true,
      label: { en: 'Standard deviation', ko: '표준편차' },
      help: { en: 'How strong the noise is.', ko: '잡음의 크기입니다.' },
    },
  },
  card: ['stddev'],
  infer: (inputs) => inferSame(inputs),
  weights: () => [],
  flops: () => 0,
  outputActivation: () => 'input',
  keras: { className: 'GaussianNoise', fixed: { seed: null } },
})
