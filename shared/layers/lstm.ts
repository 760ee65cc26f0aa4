import { defineLayer } from './define.ts'
import {
  gateActivationParam,
  inferRecurrent,
  recurrentFixed,
  recurrentFlops,
  recurrentInputs,
  recurrentOutputs,
  recurrentParams,
  recurrentWeightParams,
  recurrentWeights,
} from './recurrent.ts'

const states = ['h', 'c'] as const

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
  inputs: recurrentInputs(states),
  outputs: (values) => recurrentOutputs(states, values),
  params: {
    ...recurrentParams,
    recurrentActivation: gateActivationParam,
    unitForgetBias: {
      kind: 'bool',
      default: true,
      label: { en: 'Unit forget bias', ko: '망각 게이트 편향 1' },
      help: {
        en: 'Starts the forget gate open: its bias begins at 1.',
        ko: '망각 게이트의 편향을 1로 시작합니다.',
      },
    },
    ...recurrentWeightParams,
  },
  card: ['units', 'returnSequences'],
  infer: (inputs, values) => inferRecurrent(inputs, states, values),
  weights: (inputs, values) => recurrentWeights(inputs, values, 4),
  flops: (inputs, { units, useBias }) => recurrentFlops(inputs, units, 4, useBias ? 8 : 4),
  keras: { className: 'LSTM', fixed: recurrentFixed },
})
