import { rateParam } from './choices.ts'
import { defineLayer, oneInput, oneOutput } from './define.ts'
import { inferSame } from './shapes.ts'

/** Multiplies every value by normal noise of mean 1 while training, with the variance Dropout would cause. */
export const gaussianDropout = defineLayer({
  type: 'gaussianDropout',
  category: 'regularise',
  title: 'GaussianDropout',
  help: {
    en: 'Multiplies every value by random noise around 1 while training. Does nothing afterwards.',
    ko: '학습할 때 모든 값에 평균이 1인 무작위 잡음을 곱합니다. 예측할 때는 아무 일도 하지 않습니다.',
  },
  formula: String.raw`y = x \odot n, \quad n \sim \mathcal{N}\!\left(1, \frac{p}{1 - p}\right)`,
  source: 'https://jmlr.org/papers/v15/srivastava14a.html',
  inputs: oneInput,
  outputs: () => oneOutput,
  params: { rate: rateParam(0.2) },
  card: ['rate'],
  infer: (inputs) => inferSame(inputs),
  weights: () => [],
  flops: () => 0,
  outputActivation: () => 'input',
  keras: { className: 'GaussianDropout', fixed: { seed: null } },
})
