import { defineLayer, oneInput, oneOutput } from './define.ts'
import { firstProblem, floatProblem, rankProblem, tensorAt } from './shapes.ts'

/** Repeats each step of [steps, channels]. */
export const upSampling1d = defineLayer({
  type: 'upSampling1d',
  category: 'shape',
  title: 'UpSampling1D',
  help: {
    en: 'Enlarges a sequence by repeating each of its steps.',
    ko: '단계마다 값을 되풀이해 시퀀스를 늘립니다.',
  },
  formula: String.raw`y_{ic} = x_{\lfloor i/s \rfloor,\, c}`,
  source: 'https://keras.io/api/layers/reshaping_layers/up_sampling1d/',
  inputs: oneInput,
  outputs: () => oneOutput,
  params: {
    size: {
      kind: 'int',
      default: 2,
      min: 1,
      max: 4096,
      label: { en: 'Size', ko: '배수' },
      help: { en: 'How often each step is repeated.', ko: '단계마다 되풀이할 횟수입니다.' },
    },
  },
  card: ['size'],
  infer(inputs, { size }) {
    const spec = tensorAt(inputs)
    const problem = firstProblem(floatProblem(spec), rankProblem(spec, 2))
    if (problem) return { problem }
    const [steps = null, channels = null] = spec.shape
    const shape = [steps === null ? null : steps * size, channels]
    return { outputs: { output: { shape, dtype: spec.dtype } } }
  },
  weights: () => [],
  flops: () => 0,
  outputActivation: () => 'input',
  keras: 'UpSampling1D',
})
