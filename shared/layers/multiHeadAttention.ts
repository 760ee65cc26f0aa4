import {
  attentionDropoutParam,
  biasInitializerParam,
  kernelInitializerParam,
  penaltyParams,
  useBiasParam,
} from './choices.ts'
import { defineLayer, type InputsByPort, oneOutput } from './define.ts'
import { attended, knownSize } from './shapes.ts'

const sizesOf = (
  inputs: InputsByPort,
  values: { readonly numHeads: number; readonly keyDim: number; readonly valueDim: number | null },
) => {
  const found = attended(inputs, { sameDepth: false })
  if ('problem' in found) return found
  const [queries = null, features = 1] = found.query.shape
  const [steps = null, valueFeatures = 1] = found.value.shape
  return {
    queries,
    features: features ?? 1,
    steps,
    valueFeatures: valueFeatures ?? 1,
    keyFeatures: found.key.shape[1] ?? 1,
    heads: values.numHeads,
    keyDim: values.keyDim,
    valueDim: values.valueDim ?? values.keyDim,
  }
}

/** Attention by several heads at once, each with projections of its own, joined by a last projection. */
export const multiHeadAttention = defineLayer({
  type: 'multiHeadAttention',
  category: 'core',
  title: 'MultiHeadAttention',
  help: {
    en: 'Several attentions side by side, each looking for something else: the heart of a transformer.',
    ko: '서로 다른 것을 찾는 어텐션 여러 개를 나란히 계산합니다. 트랜스포머의 핵심입니다.',
  },
  formula: String.raw`\begin{aligned} h_i &= \mathrm{softmax}\!\left(\frac{Q W^Q_i (K W^K_i)^\top}{\sqrt{d_k}}\right) V W^V_i \\ y &= [h_1, \dots, h_n] \, W^O \end{aligned}`,
  source: 'https://arxiv.org/abs/1706.03762',
  inputs: [
    { name: 'query', title: { en: 'Query', ko: '쿼리' } },
    { name: 'value', title: { en: 'Value', ko: '값' }, argument: 'value' },
    { name: 'key', title: { en: 'Key', ko: '키' }, optional: true, argument: 'key' },
  ],
  outputs: () => oneOutput,
  params: {
    numHeads: {
      kind: 'int',
      default: 2,
      min: 1,
      max: 256,
      required: true,
      label: { en: 'Heads', ko: '헤드 수' },
      help: { en: 'Number of attentions side by side.', ko: '나란히 계산할 어텐션의 수입니다.' },
    },
    keyDim: {
      kind: 'int',
      default: 32,
      min: 1,
      max: 65_536,
      required: true,
      label: { en: 'Key size', ko: '키 크기' },
      help: { en: 'Length of each head’s queries and keys.', ko: '헤드마다 쿼리와 키 벡터의 길이입니다.' },
    },
    valueDim: {
      kind: 'int',
      default: null,
      optional: true,
      min: 1,
      max: 65_536,
      label: { en: 'Value size', ko: '값 크기' },
      help: {
        en: 'Length of each head’s values; empty for the key size.',
        ko: '헤드마다 값 벡터의 길이입니다. 비워 두면 키 크기와 같습니다.',
      },
    },
    dropout: attentionDropoutParam,
    useBias: useBiasParam,
    kernelInitializer: kernelInitializerParam,
    biasInitializer: biasInitializerParam,
    ...penaltyParams,
  },
  card: ['numHeads', 'keyDim'],
  infer(inputs, values) {
    const sizes = sizesOf(inputs, values)
    if ('problem' in sizes) return sizes
    return { outputs: { output: { shape: [sizes.queries, sizes.features], dtype: 'float32' } } }
  },
  weights(inputs, values) {
    const sizes = sizesOf(inputs, values)
    if ('problem' in sizes) return []
    const { heads, keyDim, valueDim, features, keyFeatures, valueFeatures } = sizes
    const part = (name: string, kernel: readonly number[], bias: readonly number[]) => [
      { name: `${name}_kernel`, shape: kernel, trainable: true },
      ...(values.useBias ? [{ name: `${name}_bias`, shape: bias, trainable: true }] : []),
    ]
    return [
      ...part('query', [features, heads, keyDim], [heads, keyDim]),
      ...part('key', [keyFeatures, heads, keyDim], [heads, keyDim]),
      ...part('value', [valueFeatures, heads, valueDim], [heads, valueDim]),
      ...part('attention_output', [heads, valueDim, features], [features]),
    ]
  },
  flops(inputs, values) {
    const sizes = sizesOf(inputs, values)
    if ('problem' in sizes) return 0
    const { heads, keyDim, valueDim, features, keyFeatures, valueFeatures } = sizes
    const [queries, steps] = [sizes.queries ?? 1, sizes.steps ?? 1]
    const projections =
      queries * features * (keyDim + valueDim) + steps * (keyFeatures * keyDim + valueFeatures * valueDim)
    const biases = queries * (heads * keyDim + features) + steps * heads * (keyDim + valueDim)
    const scores = knownSize([queries, steps]) * (keyDim + valueDim)
    return 2 * heads * (projections + scores) + (values.useBias ? biases : 0)
  },
  keras: {
    className: 'MultiHeadAttention',
    fixed: { output_shape: null, attention_axes: null, activity_regularizer: null, seed: null },
  },
})
