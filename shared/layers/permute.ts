import { defineLayer, oneInput, oneOutput } from './define.ts'
import { shapeText, tensorAt } from './shapes.ts'

/** Puts the axes of a row in another order. */
export const permute = defineLayer({
  type: 'permute',
  category: 'shape',
  title: 'Permute',
  help: {
    en: 'Puts the axes in another order, as [steps, channels] → [channels, steps].',
    ko: '축의 순서를 바꿉니다. 예를 들어 [단계, 채널]을 [채널, 단계]로 바꿉니다.',
  },
  formula: String.raw`y_{i_{\pi(1)} \dots i_{\pi(n)}} = x_{i_1 \dots i_n}`,
  source: 'https://keras.io/api/layers/reshaping_layers/permute/',
  inputs: oneInput,
  outputs: () => oneOutput,
  params: {
    dims: {
      kind: 'shape',
      axes: true,
      default: [2, 1],
      required: true,
      label: { en: 'Order of axes', ko: '축의 순서' },
      help: {
        en: 'The old axis that comes to each place, counted from 1: 2, 1 swaps two axes.',
        ko: '자리마다 올 원래 축의 번호입니다. 1부터 세며, 2, 1은 두 축을 맞바꿉니다.',
      },
    },
  },
  card: ['dims'],
  infer(inputs, { dims }) {
    const { shape, dtype } = tensorAt(inputs)
    const isOrder = dims.length === shape.length && shape.every((_, axis) => dims.includes(axis + 1))
    if (!isOrder)
      return {
        problem: { code: 'permuteMismatch', values: { dims: shapeText(dims), shape: shapeText(shape) } },
      }
    return { outputs: { output: { shape: dims.map((axis) => shape[axis - 1] ?? null), dtype } } }
  },
  weights: () => [],
  flops: () => 0,
  outputActivation: () => 'input',
  keras: 'Permute',
})
