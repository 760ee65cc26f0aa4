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

const states = ['h'] as const

/** Gated recurrent unit over [steps, features]: two gates decide how much of the state to keep and to renew. */
export const gru = defineLayer({
  type: 'gru',
  category: 'recurrent',
  title: 'GRU',
  help: {
    en: 'Reads a sequence step by step; two gates mix the old state with the new. Smaller than an LSTM.',
    ko: '시퀀스를 한 단계씩 읽으면서 두 게이트로 이전 상태와 새 상태를 섞는 순환층입니다. LSTM보다 작습니다.',
  },
  formula: String.raw`\begin{aligned} z, r &= \sigma(x_t W + h_{t-1} U + b) \\ \tilde h &= \tanh(x_t W_h + r \odot (h_{t-1} U_h + b_r) + b_h) \\ h_t &= z \odot h_{t-1} + (1 - z) \odot \tilde h \end{aligned}`,
  source: 'https://keras.io/api/layers/recurrent_layers/gru/',
  inputs: recurrentInputs(states),
  outputs: (values) => recurrentOutputs(states, values),
  params: {
    ...recurrentParams,
    recurrentActivation: gateActivationParam,
    resetAfter: {
      kind: 'bool',
      default: true,
      label: { en: 'Reset after', ko: '곱한 뒤 초기화' },
      help: {
        en: 'Applies the reset gate after the product with the recurrent weights, with a bias of its own, as cuDNN does.',
        ko: '순환 가중치를 곱한 뒤에 리셋 게이트를 적용합니다. cuDNN과 같은 방식이며 편향이 하나 더 있습니다.',
      },
    },
    ...recurrentWeightParams,
  },
  card: ['units', 'returnSequences'],
  infer: (inputs, values) => inferRecurrent(inputs, states, values),
  weights: (inputs, values) =>
    recurrentWeights(inputs, values, 3, values.resetAfter ? [2, 3 * values.units] : [3 * values.units]),
  flops: (inputs, { units, useBias, resetAfter }) =>
    recurrentFlops(inputs, units, 3, 5 + (useBias ? (resetAfter ? 6 : 3) : 0)),
  keras: { className: 'GRU', fixed: recurrentFixed },
})
