import { penaltyParams } from './choices.ts'
import { defineLayer, oneInput, oneOutput } from './define.ts'
import { tensorAt } from './shapes.ts'

/** Replaces each whole number by a learned vector: [...] → [..., outputDim]. */
export const embedding = defineLayer({
  type: 'embedding',
  category: 'core',
  title: 'Embedding',
  help: {
    en: 'Turns each number, such as a word id, into a learned vector.',
    ko: '단어 번호 같은 정수를 학습되는 벡터로 바꿉니다.',
  },
  formula: 'y = E_i',
  source: 'https://keras.io/api/layers/core_layers/embedding/',
  inputs: oneInput,
  outputs: () => oneOutput,
  params: {
    inputDim: {
      kind: 'int',
      default: 1000,
      min: 1,
      max: 100_000_000,
      required: true,
      label: { en: 'Input dimension', ko: '입력 차원' },
      help: {
        en: 'Size of the vocabulary: the largest number plus one.',
        ko: '어휘의 크기입니다. 가장 큰 번호에 1을 더한 값입니다.',
      },
    },
    outputDim: {
      kind: 'int',
      default: 64,
      min: 1,
      max: 100_000,
      required: true,
      label: { en: 'Output dimension', ko: '출력 차원' },
      help: { en: 'Length of each vector.', ko: '벡터의 길이입니다.' },
    },
    embeddingsInitializer: {
      kind: 'initializer',
      default: { type: 'randomUniform', minval: -0.05, maxval: 0.05 },
      label: { en: 'Embeddings initialiser', ko: '임베딩 초기화' },
      help: { en: 'How the vectors start.', ko: '벡터의 초깃값을 정하는 방법입니다.' },
    },
    maskZero: {
      kind: 'bool',
      default: false,
      label: { en: 'Mask zero', ko: '0 마스킹' },
      help: {
        en: 'Number 0 is padding: recurrent layers after it skip these steps.',
        ko: '번호 0을 패딩으로 봅니다. 뒤의 순환층은 그 단계를 건너뜁니다.',
      },
    },
    embeddingsRegularizer: {
      ...penaltyParams.kernelRegularizer,
      label: { en: 'Embeddings regulariser', ko: '임베딩 규제' },
    },
    embeddingsConstraint: {
      ...penaltyParams.kernelConstraint,
      label: { en: 'Embeddings constraint', ko: '임베딩 제약' },
    },
  },
  card: ['inputDim', 'outputDim'],
  infer: (inputs, { outputDim }) => ({
    outputs: { output: { shape: [...tensorAt(inputs).shape, outputDim], dtype: 'float32' } },
  }),
  weights: (_, { inputDim, outputDim }) => [
    { name: 'embeddings', shape: [inputDim, outputDim], trainable: true },
  ],
  flops: () => 0,
  ids: ({ inputDim }) => inputDim,
  mends: ['dtypeMismatch'],
  keras: { className: 'Embedding', fixed: { activity_regularizer: null } },
})
