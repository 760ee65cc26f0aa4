import { axisParam } from './choices.ts'
import { defineLayer, oneInput, oneOutput } from './define.ts'
import { axisAt, floatProblem, tensorAt } from './shapes.ts'

/** Turns the values along an axis into shares that sum up to 1. */
export const softmax = defineLayer({
  type: 'softmax',
  category: 'core',
  title: 'Softmax',
  help: {
    en: 'Turns the values along one axis into positive shares that sum up to 1, such as probabilities of classes.',
    ko: '한 축을 따라 값들을 합이 1인 양수로 바꿉니다. 클래스별 확률을 구할 때 씁니다.',
  },
  formula: String.raw`y_i = \frac{e^{x_i}}{\sum_j e^{x_j}}`,
  source: 'https://keras.io/api/layers/activation_layers/softmax/',
  inputs: oneInput,
  outputs: () => oneOutput,
  params: { axis: axisParam },
  card: ['axis'],
  infer(inputs, { axis }) {
    const spec = tensorAt(inputs)
    const problem = floatProblem(spec)
    if (problem) return { problem }
    const found = axisAt(spec, axis)
    return 'problem' in found ? found : { outputs: { output: spec } }
  },
  weights: () => [],
  flops: () => 0,
  outputActivation: () => 'softmax',
  keras: 'Softmax',
  fromKeras: ({ axis, ...config }) => ({
    ...config,
    axis: Array.isArray(axis) && axis.length === 1 ? axis[0] : axis,
  }),
})
