import { defineLayer, oneInput, oneOutput } from './define.ts'
import { firstProblem, floatProblem, knownSize, rankProblem, tensorAt, unknownAxisProblem } from './shapes.ts'
import { kerasInitializer } from './choices.ts'

/** Adds a learned vector to each position of a sequence, which attention can't tell apart otherwise. */
export const positionEmbedding = defineLayer({
  type: 'positionEmbedding',
  category: 'core',
  title: 'PositionEmbedding',
  help: {
    en: 'Adds a learned vector to each position of a sequence, so that attention knows the order.',
    ko: '시퀀스의 위치마다 학습되는 벡터를 더하여 어텐션이 순서를 알 수 있게 합니다.',
  },
  formula: 'y_t = x_t + p_t',
  source: 'https://arxiv.org/abs/1705.03122',
  inputs: oneInput,
  outputs: () => oneOutput,
  params: {
    embeddingsInitializer: {
      kind: 'initializer',
      default: { type: 'randomUniform', minval: -0.05, maxval: 0.05 },
      label: { en: 'Embeddings initialiser', ko: '임베딩 초기화' },
      help: { en: 'How the vectors start.', ko: '벡터의 초깃값을 정하는 방법입니다.' },
    },
  },
  card: [],
  infer(inputs) {
    const spec = tensorAt(inputs)
    const problem =
      firstProblem(floatProblem(spec), rankProblem(spec, 2)) ??
      firstProblem(unknownAxisProblem(spec, 0), unknownAxisProblem(spec, 1))
    return problem ? { problem } : { outputs: { output: spec } }
  },
  weights: (inputs) => [
    { name: 'embeddings', shape: tensorAt(inputs).shape.map((axis) => axis ?? 1), trainable: true },
  ],
  flops: (inputs) => knownSize(tensorAt(inputs).shape),
  keras: 'PositionEmbedding',
  // A layer's weights enter a graph only as a product with something: here with the number 1, made from the input.
  lower(inputs, { embeddingsInitializer }) {
    const { shape } = tensorAt(inputs)
    const size = knownSize(shape)
    const table = {
      units: size,
      activation: 'linear',
      use_bias: false,
      kernel_initializer: kerasInitializer(embeddingsInitializer),
    }
    return {
      steps: [
        {
          name: 'line',
          layer: { className: 'Reshape', config: { target_shape: [size, 1] } },
          from: [{ port: 'input' }],
        },
        {
          name: 'mean',
          layer: { className: 'GlobalAveragePooling1D', config: {} },
          from: [{ step: 'line' }],
        },
        {
          name: 'one',
          layer: { className: 'Rescaling', config: { scale: 0, offset: 1 } },
          from: [{ step: 'mean' }],
        },
        { name: 'table', layer: { className: 'Dense', config: table }, from: [{ step: 'one' }] },
        {
          name: 'positions',
          layer: { className: 'Reshape', config: { target_shape: shape } },
          from: [{ step: 'table' }],
        },
        {
          name: 'sum',
          layer: { className: 'Add', config: {} },
          from: [{ port: 'input' }, { step: 'positions' }],
        },
      ],
      outputs: { output: { step: 'sum' } },
    }
  },
})
