import { defineLayer } from './define.ts'
import {
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

/** The plainest recurrent layer over [steps, features]: the state is a function of the step and the state before. */
export const simpleRnn = defineLayer({
  type: 'simpleRnn',
  category: 'recurrent',
  title: 'SimpleRNN',
  help: {
    en: 'Reads a sequence step by step and mixes each step with its last output. Forgets soon; LSTM and GRU keep longer.',
    ko: '시퀀스를 한 단계씩 읽으면서 직전 출력과 섞는 가장 단순한 순환층입니다. 기억이 짧아 LSTM이나 GRU를 더 자주 씁니다.',
  },
  formula: String.raw`h_t = f(x_t W + h_{t-1} U + b)`,
  source: 'https://keras.io/api/layers/recurrent_layers/simple_rnn/',
  inputs: recurrentInputs(states),
  outputs: (values) => recurrentOutputs(states, values),
  params: { ...recurrentParams, ...recurrentWeightParams },
  card: ['units', 'returnSequences'],
  infer: (inputs, values) => inferRecurrent(inputs, states, values),
  weights: (inputs, values) => recurrentWeights(inputs, values, 1),
  flops: (inputs, { units, useBias }) => recurrentFlops(inputs, units, 1, useBias ? 1 : 0),
  outputActivation: ({ activation }) => activation,
  keras: { className: 'SimpleRNN', fixed: recurrentFixed },
})
