import {
  biasInitializerParam,
  gateActivations,
  kernelInitializerParam,
  penaltyParams,
  stepActivationParam,
  useBiasParam,
} from './choices.ts'
import type { Inferred, InputsByPort, ParamTable, Port, Problem, TensorSpec } from './define.ts'
import { firstProblem, floatProblem, rankProblem, shapeText, tensorAt, unknownAxisProblem } from './shapes.ts'

const output: Port = { name: 'output', title: { en: 'Output', ko: '출력' } }
const sequence: Port = { name: 'input', title: { en: 'Sequence', ko: '시퀀스' } }
const initial = {
  h: {
    name: 'h',
    title: { en: 'Initial hidden state', ko: '초기 은닉 상태' },
    optional: true,
    argument: 'initial_state',
  },
  c: {
    name: 'c',
    title: { en: 'Initial cell state', ko: '초기 셀 상태' },
    optional: true,
    argument: 'initial_state',
  },
} as const satisfies Record<string, Port>
const last = {
  h: { name: 'h', title: { en: 'Last hidden state', ko: '마지막 은닉 상태' } },
  c: { name: 'c', title: { en: 'Last cell state', ko: '마지막 셀 상태' } },
} as const satisfies Record<string, Port>

/** What a recurrent layer carries from step to step: hidden state and, in an LSTM, a cell state. */
export type State = keyof typeof initial

/** The sequence and, as far as they are connected, the states before its first step. */
export const recurrentInputs = (states: readonly State[]): readonly Port[] => [
  sequence,
  ...states.map((state) => initial[state]),
]
/** The output and, when they are returned, the states after the last step. */
export const recurrentOutputs = (
  states: readonly State[],
  { returnState }: { readonly returnState: boolean },
): readonly Port[] => (returnState ? [output, ...states.map((state) => last[state])] : [output])

const dropoutParam = { kind: 'float', default: 0, min: 0, max: 0.99 } as const

/** Parameters that every recurrent layer begins with. */
export const recurrentParams = {
  units: {
    kind: 'int',
    default: 32,
    min: 1,
    max: 65_536,
    required: true,
    label: { en: 'Units', ko: '유닛 수' },
    help: { en: 'Size of the memory and of the output.', ko: '기억과 출력의 크기입니다.' },
  },
  activation: stepActivationParam('tanh'),
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
      en: 'Adds the state after the last step as an output.',
      ko: '마지막 단계의 상태도 출력합니다.',
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
} as const satisfies ParamTable

/** The function of the gates, for a layer that has some. */
export const gateActivationParam = {
  kind: 'choice',
  default: 'sigmoid',
  options: gateActivations,
  label: { en: 'Recurrent activation', ko: '게이트 활성화 함수' },
  help: { en: 'Function of the gates.', ko: '게이트에 쓰는 함수입니다.' },
} as const

/** How the weights of a recurrent layer start and what keeps them small. */
export const recurrentWeightParams = {
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
  ...penaltyParams,
  recurrentRegularizer: {
    ...penaltyParams.kernelRegularizer,
    label: { en: 'Recurrent regulariser', ko: '순환 커널 규제' },
  },
  recurrentConstraint: {
    ...penaltyParams.kernelConstraint,
    label: { en: 'Recurrent constraint', ko: '순환 커널 제약' },
  },
} as const satisfies ParamTable

/** What Keras and tfjs also want to know of a recurrent layer, always the same here. */
export const recurrentFixed = {
  stateful: false,
  unroll: false,
  zero_output_for_mask: false,
  activity_regularizer: null,
  seed: null,
} as const

/** An initial state must be [units]; all of them come together or none does. */
const stateProblem = (inputs: InputsByPort, states: readonly string[], units: number): Problem | null => {
  if (states.every((port) => !inputs[port]?.[0])) return null
  return firstProblem(
    ...states.map((port): Problem | null => {
      const state = inputs[port]?.[0]
      if (!state) return { code: 'inputNotConnected', values: { port } }
      if (state.shape.length === 1 && state.shape[0] === units) return floatProblem(state)
      return { code: 'stateMismatch', values: { port, needed: `[${units}]`, found: shapeText(state.shape) } }
    }),
  )
}

/** Outputs for [steps, features] and the states in `ports`: the last step or all of them, and the states if wanted. */
export const inferRecurrent = (
  inputs: InputsByPort,
  states: readonly string[],
  {
    units,
    returnSequences,
    returnState,
  }: { readonly units: number; readonly returnSequences: boolean; readonly returnState: boolean },
): Inferred => {
  const spec = tensorAt(inputs)
  const problem =
    firstProblem(floatProblem(spec), rankProblem(spec, 2)) ??
    unknownAxisProblem(spec) ??
    stateProblem(inputs, states, units)
  if (problem) return { problem }
  const state: TensorSpec = { shape: [units], dtype: 'float32' }
  const main: TensorSpec = returnSequences
    ? { shape: [spec.shape[0] ?? null, units], dtype: 'float32' }
    : state
  const returned = returnState ? states.map((port) => [port, state] as const) : []
  return { outputs: { output: main, ...Object.fromEntries(returned) } }
}

/** Kernel, recurrent kernel and bias for `gates` sets of weights side by side. */
export const recurrentWeights = (
  inputs: InputsByPort,
  { units, useBias }: { readonly units: number; readonly useBias: boolean },
  gates: number,
  biasShape: readonly number[] = [gates * units],
) => {
  const features = tensorAt(inputs).shape[1] ?? 1
  return [
    { name: 'kernel', shape: [features, gates * units], trainable: true },
    { name: 'recurrent_kernel', shape: [units, gates * units], trainable: true },
    ...(useBias ? [{ name: 'bias', shape: biasShape, trainable: true }] : []),
  ]
}

/** Arithmetic of all steps: the products of `gates` sets of weights, and `extra` operations for each unit. */
export const recurrentFlops = (inputs: InputsByPort, units: number, gates: number, extra: number): number => {
  const [steps, features] = tensorAt(inputs).shape
  return (steps ?? 1) * units * (2 * gates * ((features ?? 1) + units) + extra)
}
