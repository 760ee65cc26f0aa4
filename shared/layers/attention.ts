import { attentionDropoutParam } from './choices.ts'
import { defineLayer, type InputsByPort, oneOutput } from './define.ts'
import { attended, knownSize } from './shapes.ts'

/** The value serves as key when no key is connected, as in Keras. */
const partsOf = (inputs: InputsByPort) => attended(inputs, { sameDepth: true })

/** Dot-product attention: for each query the mean of the values, weighted by how well their keys match it. */
export const attention = defineLayer({
  type: 'attention',
  category: 'core',
  title: 'Attention',
  help: {
    en: 'For each step of the query, mixes the steps of the value by how well their keys match it.',
    ko: '쿼리의 단계마다 키가 얼마나 맞는지에 따라 값의 단계들을 섞습니다.',
  },
  formula: String.raw`y = \mathrm{softmax}(Q K^\top) \, V`,
  source: 'https://keras.io/api/layers/attention_layers/attention/',
  inputs: [
    { name: 'query', title: { en: 'Query', ko: '쿼리' } },
    { name: 'value', title: { en: 'Value', ko: '값' } },
    { name: 'key', title: { en: 'Key', ko: '키' }, optional: true },
  ],
  outputs: () => oneOutput,
  params: {
    useScale: {
      kind: 'bool',
      default: false,
      label: { en: 'Use scale', ko: '배율 학습' },
      help: { en: 'Learns a factor for the scores.', ko: '점수에 곱할 값을 학습합니다.' },
    },
    dropout: attentionDropoutParam,
  },
  card: ['useScale'],
  infer(inputs) {
    const found = partsOf(inputs)
    if ('problem' in found) return found
    const { query, value } = found
    return {
      outputs: { output: { shape: [query.shape[0] ?? null, value.shape[1] ?? null], dtype: 'float32' } },
    }
  },
  weights: (_, { useScale }) => (useScale ? [{ name: 'scale', shape: [], trainable: true }] : []),
  flops(inputs) {
    const found = partsOf(inputs)
    if ('problem' in found) return 0
    const { query, value } = found
    const scores = knownSize([query.shape[0] ?? null, value.shape[0] ?? null])
    return 2 * scores * ((query.shape[1] ?? 1) + (value.shape[1] ?? 1))
  },
  keras: { className: 'Attention', fixed: { score_mode: 'dot', seed: null } },
})
