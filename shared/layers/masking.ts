import { defineLayer, oneInput, oneOutput } from './define.ts'
import { floatProblem, rankProblem, tensorAt } from './shapes.ts'

/** Marks steps whose features all equal `maskValue`, so that the layers after it skip them. */
export const masking = defineLayer({
  type: 'masking',
  category: 'recurrent',
  title: 'Masking',
  help: {
    en: 'Lets recurrent layers skip the steps of a sequence whose values all equal the mask value, such as padding.',
    ko: '모든 값이 마스크 값과 같은 단계(패딩 등)를 뒤의 순환층이 건너뛰게 합니다.',
  },
  formula: String.raw`y_t = x_t \, [\, \exists i : x_{t,i} \ne m \,]`,
  source: 'https://keras.io/api/layers/core_layers/masking/',
  inputs: oneInput,
  outputs: () => oneOutput,
  params: {
    maskValue: {
      kind: 'float',
      default: 0,
      min: -1e9,
      max: 1e9,
      label: { en: 'Mask value', ko: '마스크 값' },
      help: { en: 'The value of padded steps.', ko: '패딩된 단계에 들어 있는 값입니다.' },
    },
  },
  card: ['maskValue'],
  infer(inputs) {
    const spec = tensorAt(inputs)
    const problem = floatProblem(spec) ?? (spec.shape.length < 2 ? rankProblem(spec, 2) : null)
    return problem ? { problem } : { outputs: { output: spec } }
  },
  weights: () => [],
  flops: () => 0,
  outputActivation: () => 'input',
  keras: 'Masking',
})
