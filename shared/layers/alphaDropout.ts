import { rateParam } from './choices.ts'
import { defineLayer, oneInput, oneOutput } from './define.ts'
import { inferSame } from './shapes.ts'

/** Sets a random share of the values to SELU's lower limit while training, and keeps their mean and variance. */
export const alphaDropout = defineLayer({
  type: 'alphaDropout',
  category: 'regularise',
  title: 'AlphaDropout',
  help: {
    en: 'Dropout for SELU networks: hides values while training but keeps their mean and variance.',
    ko: 'SELU 신경망에 맞는 드롭아웃입니다. 학습할 때 값을 가리면서도 평균과 분산을 유지합니다.',
  },
  formula: String.raw`y = a \, (m \odot x + (1 - m) \, \alpha') + b, \quad m \sim \mathrm{Bernoulli}(1 - p)`,
  source: 'https://arxiv.org/abs/1706.02515',
  inputs: oneInput,
  outputs: () => oneOutput,
  params: { rate: rateParam(0.1) },
  card: ['rate'],
  infer: (inputs) => inferSame(inputs),
  weights: () => [],
  flops: () => 0,
  keras: { className: 'AlphaDropout', fixed: { noise_shape: null, seed: null } },
})
