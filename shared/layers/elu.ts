import { defineLayer, oneInput, oneOutput } from './define.ts'
import { floatProblem, tensorAt } from './shapes.ts'

/** x where x ≥ 0, alpha · (eˣ − 1) elsewhere. */
export const elu = defineLayer({
  type: 'elu',
  category: 'core',
  title: 'ELU',
  help: {
    en: 'Exponential linear unit: smooth, and negative values level off at −alpha.',
    ko: '지수 선형 유닛입니다. 매끄럽고, 음수는 −alpha에 수렴합니다.',
  },
  formula: String.raw`y = \begin{cases} x & x \ge 0 \\ \alpha (e^x - 1) & x < 0 \end{cases}`,
  source: 'https://arxiv.org/abs/1511.07289',
  inputs: oneInput,
  outputs: () => oneOutput,
  params: {
    alpha: {
      kind: 'float',
      default: 1,
      min: 0,
      max: 1000,
      label: { en: 'Alpha', ko: '알파' },
      help: { en: 'Depth that negative values level off at.', ko: '음수가 수렴하는 깊이입니다.' },
    },
  },
  card: ['alpha'],
  infer(inputs) {
    const spec = tensorAt(inputs)
    const problem = floatProblem(spec)
    return problem ? { problem } : { outputs: { output: spec } }
  },
  weights: () => [],
  flops: () => 0,
  outputActivation: () => 'elu',
  keras: 'ELU',
})
