import { defineLayer, type InputsByPort, oneOutput, type Problem, type Shape, twoInputs } from './define.ts'
import { axisAt, firstProblem, floatProblem, knownSize, shapeText, tensorAt } from './shapes.ts'

interface Sides {
  /** Shapes without the axes that are summed over. */
  readonly kept: readonly [Shape, Shape]
  readonly length: number | null
}

const sidesOf = (inputs: InputsByPort, axes: readonly number[]): Sides | { readonly problem: Problem } => {
  const [first, second] = [tensorAt(inputs, 'first'), tensorAt(inputs, 'second')]
  const large = [first, second].find(({ shape }) => shape.length > 2)
  if (large) {
    const shape = shapeText(large.shape)
    return { problem: { code: 'rankMismatch', values: { needed: 2, found: large.shape.length, shape } } }
  }
  const problem = firstProblem(floatProblem(first), floatProblem(second))
  if (problem) return { problem }
  const a = axisAt(first, axes[0] ?? -1)
  const b = axisAt(second, axes[1] ?? -1)
  if ('problem' in a) return a
  if ('problem' in b) return b
  const [left = null, right = null] = [first.shape[a.index], second.shape[b.index]]
  if (left === null || right === null || left !== right) {
    const shapes = `${shapeText(first.shape)}, ${shapeText(second.shape)}`
    return { problem: { code: 'shapesDiffer', values: { shapes } } }
  }
  return { kept: [first.shape.toSpliced(a.index, 1), second.shape.toSpliced(b.index, 1)], length: left }
}

/** Sums of products along one axis of each of two tensors, for each row of the batch. */
export const dot = defineLayer({
  type: 'dot',
  category: 'merge',
  title: 'Dot',
  help: {
    en: 'Multiplies two tensors along one axis each and sums up: how alike two vectors are, or a matrix product.',
    ko: '두 텐서를 각각 한 축을 따라 곱하여 더합니다. 두 벡터의 닮은 정도나 행렬 곱을 구합니다.',
  },
  formula: String.raw`y_{ij} = \sum_k a_{ik} \, b_{jk}`,
  source: 'https://keras.io/api/layers/merging_layers/dot/',
  inputs: twoInputs,
  outputs: () => oneOutput,
  params: {
    axes: {
      kind: 'tuple',
      default: [-1, -1],
      parts: [
        { en: 'of the first', ko: '첫째 입력' },
        { en: 'of the second', ko: '둘째 입력' },
      ],
      min: -2,
      max: 2,
      required: true,
      label: { en: 'Axes', ko: '축' },
      help: {
        en: 'The axis of each input to sum along: 1 is the first of a row, −1 the last.',
        ko: '입력마다 곱하여 더할 축입니다. 1은 행의 첫째 축, −1은 마지막 축입니다.',
      },
    },
    normalize: {
      kind: 'bool',
      default: false,
      label: { en: 'Normalise', ko: '정규화' },
      help: {
        en: 'Brings both inputs to length 1 along these axes first, which gives the cosine.',
        ko: '먼저 두 입력의 길이를 이 축을 따라 1로 맞춥니다. 결과는 코사인 유사도가 됩니다.',
      },
    },
  },
  card: ['axes', 'normalize'],
  infer(inputs, { axes }) {
    const sides = sidesOf(inputs, axes)
    if ('problem' in sides) return sides
    const shape = sides.kept.flat()
    return { outputs: { output: { shape: shape.length ? shape : [1], dtype: 'float32' } } }
  },
  weights: () => [],
  flops(inputs, { axes }) {
    const sides = sidesOf(inputs, axes)
    return 'problem' in sides ? 0 : 2 * knownSize([...sides.kept.flat(), sides.length])
  },
  keras: 'Dot',
  fromKeras: ({ axes, ...config }) => ({ ...config, axes: typeof axes === 'number' ? [axes, axes] : axes }),
})
