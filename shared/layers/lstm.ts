import { activationParam, biasInitializerParam, kernelInitializerParam, useBiasParam } from './choices.ts'
import {
  defineLayer,
  type InputsByPort,
  type OutputsByPort,
  type Port,
  type Problem,
  type TensorSpec,
} from './define.ts'
import { firstProblem, floatProblem, rankProblem, shapeText, tensorAt, unknownAxisProblem } from './shapes.ts'

const output: Port = { name: 'output', title: { en: 'Output', ko: '출력' } }
const stateOutputs: readonly Port[] = [
  { name: 'h', title: { en: 'Last hidden state', ko: '마지막 은닉 상태' } },
  { name: 'c', title: { en: 'Last cell state', ko: '마지막 셀 상태' } },
]
const dropoutParam = { kind: 'float', default: 0, min: 0, max: 0.99 } as const

/** An initial state must be [units]; hidden and cell state come together or not at all. */
const stateProblem = (inputs: InputsByPort, units: number, port: 'h' | 'c'): Problem | null => {
  const state = inputs[port]?.[0]
  if (!state) return inputs.h || inputs.c ? { code: 'inputNotConnected', values: { port } } : null
  const fits = state.shape.length === 1 && state.shape[0] === units
  return fits
    ? floatProblem(state)
    : { code: 'stateMismatch', values: { port, needed: `[${units}]`, found: shapeText(state.shape) } }
}

/** Long short-term memory over [steps, features]: gates decide what to keep, add and show at each step. */
export const lstm = defineLayer({
  type: 'lstm',
  category: 'recurrent',
  title: 'LSTM',
  help: {
    en: 'Reads a sequence step by step with a memory that gates write, keep and clear.',
    ko: '시퀀스를 한 단계씩 읽으면서 게이트로 기억을 쓰고 지키고 지우는 순환층입니다.',
  },
  formula: String.raw`\begin{aligned} i, f, o &= \sigma(x_t W + h_{t-1} U + b) \\ c_t &= f \odot c_{t-1} + i \odot \tanh(x_t W_c + h_{t-1} U_c + b_c) \\ h_t &= o \odot \tanh(c_t) \end{aligned}`,
  source: 'https://keras.io/api/layers/recurrent_layers/lstm/',
  inputs: [
    { name: 'input', title: { en: 'Sequence', ko: '시퀀스' } },
    { name: 'h', title: { en: 'Initial hidden state', ko: '초기 은닉 상태' }, optional: true },
    { name: 'c', title: { en: 'Initial cell state', ko: '초기 셀 상태' }, optional: true },
  ],
  outputs: ({ returnState }) => (returnState ? [output, ...stateOutputs] : [output]),
  params: {
    units: {
      kind: 'int',
      default: 32,
      min: 1,
      max: 65_536,
      required: true,
      label: { en: 'Units', ko: '유닛 수' },
      help: { en: 'Size of the memory and of the output.', ko: '기억과 출력의 크기입니다.' },
    },
    activation: activationParam('tanh'),
    recurrentActivation: {
      ...activationParam('sigmoid'),
      label: { en: 'Recurrent activation', ko: '게이트 활성화 함수' },
      help: { en: 'Function of the gates.', ko: '게이트에 쓰는 함수입니다.' },
    },
    returnSequences: {
      kind: 'bool',
      default: false,
      label: { en: 'Return sequences', ko: '시퀀스 전체 출력' },
      help: {
        en: 'Puts out every step instead of only the last.',
        ko: '마지막 단계만이 아니라 모든 단계를 출력합니다.',
      },
    },
    returnState: {
      kind: 'bool',
      default: false,
      label: { en: 'Return state', ko: '상태 출력' },
      help: {
        en: 'Adds the last hidden and cell states as outputs.',
        ko: '마지막 은닉 상태와 셀 상태도 출력합니다.',
      },
    },
    goBackwards: {
      kind: 'bool',
      default: false,
      label: { en: 'Go backwards', ko: '역방향' },
      help: { en: 'Reads the sequence from its end.', ko: '시퀀스를 끝에서부터 읽습니다.' },
    },
    dropout: {
      ...dropoutParam,
      label: { en: 'Dropout', ko: '드롭아웃' },
      help: {
        en: 'Share of the inputs hidden while training.',
        ko: '학습할 때 0으로 만들 입력의 비율입니다.',
      },
    },
    recurrentDropout: {
      ...dropoutParam,
      label: { en: 'Recurrent dropout', ko: '순환 드롭아웃' },
      help: {
        en: 'Share of the hidden state hidden while training.',
        ko: '학습할 때 0으로 만들 은닉 상태의 비율입니다.',
      },
    },
    useBias: useBiasParam,
    unitForgetBias: {
      kind: 'bool',
      default: true,
      label: { en: 'Unit forget bias', ko: '망각 게이트 편향 1' },
      help: {
        en: 'Starts the forget gate open: its bias begins at 1.',
        ko: '망각 게이트의 편향을 1로 시작합니다.',
      },
    },
    kernelInitializer: kernelInitializerParam,
    recurrentInitializer: {
      kind: 'initializer',
      default: { type: 'orthogonal', gain: 1 },
      label: { en: 'Recurrent initialiser', ko: '순환 커널 초기화' },
      help: {
        en: 'How the weights between steps start.',
        ko: '단계 사이 가중치의 초깃값을 정하는 방법입니다.',
      },
    },
    biasInitializer: biasInitializerParam,
  },
  card: ['units', 'returnSequences'],
  infer(inputs, { units, returnSequences, returnState }) {
    const spec = tensorAt(inputs)
    const problem = firstProblem(floatProblem(spec), rankProblem(spec, 2)) ?? unknownAxisProblem(spec)
    if (problem) return { problem }
    const wrong = stateProblem(inputs, units, 'h') ?? stateProblem(inputs, units, 'c')
    if (wrong) return { problem: wrong }
    const state: TensorSpec = { shape: [units], dtype: 'float32' }
    const main: TensorSpec = returnSequences
      ? { shape: [spec.shape[0] ?? null, units], dtype: 'float32' }
      : state
    const outputs: OutputsByPort = returnState ? { output: main, h: state, c: state } : { output: main }
    return { outputs }
  },
  weights(inputs, { units, useBias }) {
    const features = tensorAt(inputs).shape[1] ?? 1
    return [
      { name: 'kernel', shape: [features, 4 * units], trainable: true },
      { name: 'recurrent_kernel', shape: [units, 4 * units], trainable: true },
      ...(useBias ? [{ name: 'bias', shape: [4 * units], trainable: true }] : []),
    ]
  },
  flops(inputs, { units, useBias }) {
    const [steps, features] = tensorAt(inputs).shape
    return (steps ?? 1) * units * (8 * ((features ?? 1) + units) + (useBias ? 4 : 0) + 4)
  },
  keras: {
    className: 'LSTM',
    fixed: {
      stateful: false,
      unroll: false,
      zero_output_for_mask: false,
      kernel_regularizer: null,
      recurrent_regularizer: null,
      bias_regularizer: null,
      activity_regularizer: null,
      kernel_constraint: null,
      recurrent_constraint: null,
      bias_constraint: null,
      seed: null,
    },
  },
})
