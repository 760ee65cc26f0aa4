import { defineLayer, oneInput, oneOutput, type Shape } from './define.ts'
import { tensorAt } from './shapes.ts'

const modes = ['oneHot', 'multiHot', 'count'] as const

/** Keras drops a last axis of one number before it makes one-hot vectors. */
const encoded = (shape: Shape, numTokens: number, mode: (typeof modes)[number]): Shape =>
  mode === 'oneHot' && shape.at(-1) !== 1 ? [...shape, numTokens] : [...shape.slice(0, -1), numTokens]

/** Whole numbers as vectors without weights: [n] → [numTokens], or [n, numTokens] one-hot. */
export const categoryEncoding = defineLayer({
  type: 'categoryEncoding',
  category: 'core',
  title: 'CategoryEncoding',
  help: {
    en: 'Turns whole numbers, such as category ids, into vectors of zeros and ones, or into counts. It learns nothing.',
    ko: '범주 번호 같은 정수를 0과 1의 벡터나 개수로 바꿉니다. 학습되는 값은 없습니다.',
  },
  formula: String.raw`y_j = [\, \exists i : x_i = j \,]`,
  source: 'https://keras.io/api/layers/preprocessing_layers/categorical/category_encoding/',
  inputs: oneInput,
  outputs: () => oneOutput,
  params: {
    numTokens: {
      kind: 'int',
      default: 10,
      min: 1,
      max: 1_000_000,
      required: true,
      label: { en: 'Number of categories', ko: '범주의 수' },
      help: { en: 'The largest number plus one.', ko: '가장 큰 번호에 1을 더한 값입니다.' },
    },
    outputMode: {
      kind: 'choice',
      default: 'multiHot',
      options: modes,
      label: { en: 'Output mode', ko: '출력 방식' },
      help: {
        en: 'oneHot: a vector for each number. multiHot: one vector with a 1 for each number that occurs. count: how often each occurs.',
        ko: 'oneHot은 번호마다 벡터 하나, multiHot은 나온 번호를 모두 1로 표시한 벡터 하나, count는 번호마다 나온 횟수입니다.',
      },
    },
  },
  card: ['numTokens', 'outputMode'],
  infer(inputs, { numTokens, outputMode }) {
    const { shape } = tensorAt(inputs)
    if (shape.length === 0)
      return { problem: { code: 'rankMismatch', values: { needed: 1, found: 0, shape: '[]' } } }
    return { outputs: { output: { shape: encoded(shape, numTokens, outputMode), dtype: 'float32' } } }
  },
  weights: () => [],
  flops: () => 0,
  ids: ({ numTokens }) => numTokens,
  mends: ['dtypeMismatch'],
  keras: 'CategoryEncoding',
})
