import { defineLayer, oneInput, oneOutput } from './define.ts'
import { firstProblem, floatProblem, rankProblem, tensorAt } from './shapes.ts'

/** Repeats a vector: [features] → [n, features]. */
export const repeatVector = defineLayer({
  type: 'repeatVector',
  category: 'shape',
  title: 'RepeatVector',
  help: {
    en: 'Repeats a vector n times, as a sequence for a recurrent layer that follows.',
    ko: '벡터를 n번 되풀이해 뒤에 올 순환층이 읽을 시퀀스로 만듭니다.',
  },
  formula: 'y_{ti} = x_i',
  source: 'https://keras.io/api/layers/reshaping_layers/repeat_vector/',
  inputs: oneInput,
  outputs: () => oneOutput,
  params: {
    n: {
      kind: 'int',
      default: 10,
      min: 1,
      max: 1_000_000,
      required: true,
      label: { en: 'Times', ko: '횟수' },
      help: { en: 'Length of the sequence.', ko: '시퀀스의 길이입니다.' },
    },
  },
  card: ['n'],
  infer(inputs, { n }) {
    const spec = tensorAt(inputs)
    const problem = firstProblem(floatProblem(spec), rankProblem(spec, 1))
    return problem ? { problem } : { outputs: { output: { shape: [n, ...spec.shape], dtype: spec.dtype } } }
  },
  weights: () => [],
  flops: () => 0,
  outputActivation: () => 'input',
  keras: 'RepeatVector',
})
