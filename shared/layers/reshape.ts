import { defineLayer, oneInput, oneOutput } from './define.ts'
import { knownSize, shapeText, sizeOf, tensorAt } from './shapes.ts'

/** Gives a row's values another shape; one axis may be −1 and is worked out. */
export const reshape = defineLayer({
  type: 'reshape',
  category: 'shape',
  title: 'Reshape',
  help: {
    en: 'Gives the values of a row another shape, in the same order.',
    ko: '한 행의 값을 순서는 그대로 두고 다른 모양으로 바꿉니다.',
  },
  formula: String.raw`(d_1, \dots, d_k) \to (e_1, \dots, e_m), \quad \prod d_i = \prod e_j`,
  source: 'https://keras.io/api/layers/reshaping_layers/reshape/',
  inputs: oneInput,
  outputs: () => oneOutput,
  params: {
    targetShape: {
      kind: 'shape',
      default: [-1],
      required: true,
      label: { en: 'Target shape', ko: '목표 모양' },
      help: {
        en: 'Sizes of the new axes without the batch; one may be −1.',
        ko: '배치를 뺀 새 축들의 크기입니다. 하나는 −1로 둘 수 있습니다.',
      },
    },
  },
  card: ['targetShape'],
  infer(inputs, { targetShape }) {
    const { shape, dtype } = tensorAt(inputs)
    const given = knownSize(targetShape.filter((axis) => axis !== -1))
    const open = targetShape.includes(-1)
    const size = sizeOf(shape)
    if (size !== null && (open ? size % given !== 0 : size !== given)) {
      const values = { from: shapeText(shape), to: shapeText(targetShape), found: size, needed: given }
      return { problem: { code: 'reshapeMismatch', values } }
    }
    const rest = size === null ? null : size / given
    return { outputs: { output: { shape: targetShape.map((axis) => (axis === -1 ? rest : axis)), dtype } } }
  },
  weights: () => [],
  flops: () => 0,
  outputActivation: () => 'input',
  keras: 'Reshape',
})
