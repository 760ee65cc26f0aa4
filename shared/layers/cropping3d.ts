import { borderFromKeras, borderParam, inferBorder, kerasBorder } from './borders.ts'
import { defineLayer, oneInput, oneOutput } from './define.ts'

/** Cuts a border off [depth, height, width, channels]. */
export const cropping3d = defineLayer({
  type: 'cropping3d',
  category: 'shape',
  title: 'Cropping3D',
  help: { en: 'Cuts a border off a volume.', ko: '3차원 볼륨의 가장자리를 잘라 냅니다.' },
  formula: String.raw`y_{ijkc} = x_{i+f,\, j+t,\, k+l,\, c}`,
  source: 'https://keras.io/api/layers/reshaping_layers/cropping3d/',
  inputs: oneInput,
  outputs: () => oneOutput,
  params: {
    cropping: borderParam(
      3,
      1,
      { en: 'Cropping', ko: '자르기' },
      { en: 'What is cut off at each end.', ko: '끝마다 잘라 낼 길이입니다.' },
    ),
  },
  card: ['cropping'],
  infer: (inputs, { cropping }) => inferBorder(inputs, cropping, -1),
  weights: () => [],
  flops: () => 0,
  outputActivation: () => 'input',
  keras: ({ cropping }) => ({
    className: 'Cropping3D',
    config: { cropping: kerasBorder(cropping), data_format: 'channels_last' },
  }),
  fromKeras: borderFromKeras('cropping', 3),
})
