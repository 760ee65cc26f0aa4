import { defineLayer, oneInput, oneOutput } from './define.ts'
import { sizeOf, tensorAt } from './shapes.ts'

/** Unrolls every axis but the batch into one; as in Keras, one axis stays as it is and no axis becomes one of size 1. */
export const flatten = defineLayer({
  type: 'flatten',
  category: 'shape',
  title: 'Flatten',
  help: { en: 'Unrolls all axes of a row into one.', ko: '한 행의 모든 축을 하나로 펼칩니다.' },
  formula: String.raw`(d_1, \dots, d_k) \to (d_1 \cdots d_k)`,
  source: 'https://keras.io/api/layers/reshaping_layers/flatten/',
  inputs: oneInput,
  outputs: () => oneOutput,
  params: {},
  card: [],
  infer(inputs) {
    const { shape, dtype } = tensorAt(inputs)
    return { outputs: { output: { shape: [sizeOf(shape)], dtype } } }
  },
  weights: () => [],
  flops: () => 0,
  outputActivation: () => 'input',
  mends: ['rankMismatch', 'targetShapeMismatch', 'shapesDiffer'],
  keras: { className: 'Flatten', fixed: { data_format: 'channels_last' } },
})
