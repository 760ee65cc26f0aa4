import { defineLayer, manyInputs, oneOutput } from './define.ts'
import { axisAt, firstProblem, rankProblem, sameDtypeProblem, shapeText, tensorsAt } from './shapes.ts'

/** Joins tensors along an axis on which alone they may differ. */
export const concatenate = defineLayer({
  type: 'concatenate',
  category: 'merge',
  title: 'Concatenate',
  help: {
    en: 'Joins its inputs side by side along one axis, in the order of their edges.',
    ko: '입력들을 연결된 순서대로 한 축을 따라 이어 붙입니다.',
  },
  formula: String.raw`y = [x_1, x_2, \dots, x_n]`,
  source: 'https://keras.io/api/layers/merging_layers/concatenate/',
  inputs: manyInputs,
  outputs: () => oneOutput,
  params: {
    axis: {
      kind: 'int',
      default: -1,
      min: -8,
      max: 8,
      label: { en: 'Axis', ko: '축' },
      help: {
        en: 'The axis to join along, as in Keras: 0 is the batch, 1 the first axis of a row, −1 the last.',
        ko: '이어 붙일 축입니다. Keras처럼 0은 배치, 1은 행의 첫째 축, −1은 마지막 축입니다.',
      },
    },
  },
  card: ['axis'],
  infer(inputs, { axis }) {
    const specs = tensorsAt(inputs)
    const [first] = specs
    if (!first || specs.length < 2)
      return { problem: { code: 'tooFewInputs', values: { needed: 2, found: specs.length } } }
    const found = axisAt(first, axis)
    if ('problem' in found) return found
    const { index } = found
    const rank = first.shape.length
    const problem = firstProblem(...specs.map((spec) => rankProblem(spec, rank)), sameDtypeProblem(specs))
    if (problem) return { problem }
    const fits = first.shape.every((_, at) => {
      const sizes = specs.map(({ shape }) => shape[at]).filter((size) => size !== null)
      return at === index || new Set(sizes).size < 2
    })
    if (!fits)
      return {
        problem: {
          code: 'shapesDiffer',
          values: { shapes: specs.map((spec) => shapeText(spec.shape)).join(', ') },
        },
      }
    const joined = specs.reduce<number | null>((sum, { shape }) => {
      const size = shape[index] ?? null
      return sum === null || size === null ? null : sum + size
    }, 0)
    return { outputs: { output: { shape: first.shape.with(index, joined), dtype: first.dtype } } }
  },
  weights: () => [],
  flops: () => 0,
  keras: 'Concatenate',
})
