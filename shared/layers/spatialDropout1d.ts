import { rateParam } from './choices.ts'
import { defineLayer, oneInput, oneOutput } from './define.ts'
import { firstProblem, floatProblem, rankProblem, tensorAt } from './shapes.ts'

/** Hides whole channels of [steps, channels] while training. */
export const spatialDropout1d = defineLayer({
  type: 'spatialDropout1d',
  category: 'regularise',
  title: 'SpatialDropout1D',
  help: {
    en: 'While training, hides whole channels of a sequence: neighbours are so alike that hiding single values would do little.',
    ko: '학습할 때 시퀀스의 채널을 통째로 가립니다. 이웃한 값이 비슷해 값 하나씩 가려서는 효과가 작을 때 씁니다.',
  },
  formula: String.raw`y_c = \frac{m_c \, x_c}{1 - p}, \quad m_c \sim \mathrm{Bernoulli}(1 - p)`,
  source: 'https://arxiv.org/abs/1411.4280',
  inputs: oneInput,
  outputs: () => oneOutput,
  params: { rate: rateParam(0.5) },
  card: ['rate'],
  infer(inputs) {
    const spec = tensorAt(inputs)
    const problem = firstProblem(floatProblem(spec), rankProblem(spec, 2))
    return problem ? { problem } : { outputs: { output: spec } }
  },
  weights: () => [],
  flops: () => 0,
  outputActivation: () => 'input',
  keras: { className: 'SpatialDropout1D', fixed: { seed: null } },
})
