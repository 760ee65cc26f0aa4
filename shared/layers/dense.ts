import {
  activationParam,
  biasInitializerParam,
  kernelInitializerParam,
  penaltyParams,
  useBiasParam,
} from './choices.ts'
import { defineLayer, oneInput, oneOutput } from './define.ts'
import { knownSize, rankProblem, tensorAt, unknownAxisProblem } from './shapes.ts'

/** Fully connected layer: activation(input · kernel + bias) along the last axis. */
export const dense = defineLayer({
  type: 'dense',
  category: 'core',
  title: 'Dense',
  help: {
    en: 'Fully connected: every unit sees every value of the last axis.',
    ko: '완전 연결층입니다. 모든 유닛이 마지막 축의 모든 값을 입력으로 받습니다.',
  },
  formula: 'y = f(x W + b)',
  source: 'https://keras.io/api/layers/core_layers/dense/',
  inputs: oneInput,
  outputs: () => oneOutput,
  params: {
    units: {
      kind: 'int',
      default: 64,
      min: 1,
      max: 1_000_000,
      required: true,
      label: { en: 'Units', ko: '유닛 수' },
      help: { en: 'Number of values it puts out.', ko: '출력값의 개수입니다.' },
    },
    activation: activationParam('linear'),
    useBias: useBiasParam,
    kernelInitializer: kernelInitializerParam,
    biasInitializer: biasInitializerParam,
    ...penaltyParams,
  },
  card: ['units', 'activation'],
  infer(inputs, { units }) {
    const spec = tensorAt(inputs)
    const problem = spec.shape.length === 0 ? rankProblem(spec, 1) : unknownAxisProblem(spec)
    return problem
      ? { problem }
      : { outputs: { output: { shape: [...spec.shape.slice(0, -1), units], dtype: 'float32' } } }
  },
  weights(inputs, { units, useBias }) {
    const kernel = { name: 'kernel', shape: [tensorAt(inputs).shape.at(-1) ?? 1, units], trainable: true }
    return useBias ? [kernel, { name: 'bias', shape: [units], trainable: true }] : [kernel]
  },
  flops: (inputs, { units, useBias }) => {
    const { shape } = tensorAt(inputs)
    return 2 * knownSize(shape) * units + (useBias ? knownSize(shape.slice(0, -1)) * units : 0)
  },
  outputActivation: ({ activation }) => activation,
  keras: { className: 'Dense', fixed: { activity_regularizer: null } },
})
