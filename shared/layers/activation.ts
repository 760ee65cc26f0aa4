import { activationParam } from './choices.ts'
import { defineLayer, oneInput, oneOutput } from './define.ts'
import { firstProblem, floatProblem, rankProblem, tensorAt } from './shapes.ts'

/** Applies an activation function to every value; softmax works along the last axis. */
export const activation = defineLayer({
  type: 'activation',
  category: 'core',
  title: 'Activation',
  help: {
    en: 'Applies an activation function to every value.',
    ko: '모든 값에 활성화 함수를 적용합니다.',
  },
  formula: 'y = f(x)',
  source: 'https://keras.io/api/layers/activations/',
  inputs: oneInput,
  outputs: () => oneOutput,
  params: { activation: { ...activationParam('relu'), required: true } },
  card: ['activation'],
  infer(inputs, values) {
    const spec = tensorAt(inputs)
    const scalar = values.activation.endsWith('oftmax') && spec.shape.length === 0
    const problem = firstProblem(floatProblem(spec), scalar ? rankProblem(spec, 1) : null)
    return problem ? { problem } : { outputs: { output: spec } }
  },
  weights: () => [],
  flops: () => 0,
  outputActivation: (values) => values.activation,
  keras: 'Activation',
})
