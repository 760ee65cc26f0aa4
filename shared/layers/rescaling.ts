import { defineLayer, oneInput, oneOutput } from './define.ts'
import { knownSize, tensorAt } from './shapes.ts'

/** x · scale + offset with fixed numbers. */
export const rescaling = defineLayer({
  type: 'rescaling',
  category: 'shape',
  title: 'Rescaling',
  help: {
    en: 'Multiplies every value by one number and adds another, such as 1/255 for pixels.',
    ko: '모든 값에 정해진 수를 곱하고 더합니다. 픽셀 값을 255로 나눌 때 씁니다.',
  },
  formula: 'y = s x + o',
  source: 'https://keras.io/api/layers/preprocessing_layers/image_preprocessing/rescaling/',
  inputs: oneInput,
  outputs: () => oneOutput,
  params: {
    scale: {
      kind: 'float',
      default: 1,
      min: -1e9,
      max: 1e9,
      required: true,
      label: { en: 'Scale', ko: '배율' },
      help: { en: 'Factor for every value.', ko: '모든 값에 곱하는 수입니다.' },
    },
    offset: {
      kind: 'float',
      default: 0,
      min: -1e9,
      max: 1e9,
      label: { en: 'Offset', ko: '더할 수' },
      help: { en: 'Added after scaling.', ko: '곱한 뒤에 더하는 수입니다.' },
    },
  },
  card: ['scale', 'offset'],
  infer: (inputs) => ({ outputs: { output: { shape: tensorAt(inputs).shape, dtype: 'float32' } } }),
  weights: () => [],
  flops: (inputs) => 2 * knownSize(tensorAt(inputs).shape),
  keras: 'Rescaling',
})
