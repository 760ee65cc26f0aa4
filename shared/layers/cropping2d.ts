import { borderFromKeras, borderParam, inferBorder, kerasBorder } from './borders.ts'
import { defineLayer, oneInput, oneOutput } from './define.ts'

/** Cuts a border off [height, width, channels]. */
export const cropping2d = defineLayer({
  type: 'cropping2d',
  category: 'shape',
  title: 'Cropping2D',
  help: { en: 'Cuts a border off an image.', ko: '이미지의 가장자리를 잘라 냅니다.' },
  formula: String.raw`y_{ijc} = x_{i+t,\, j+l,\, c}`,
  source: 'https://keras.io/api/layers/reshaping_layers/cropping2d/',
  inputs: oneInput,
  outputs: () => oneOutput,
  params: {
    cropping: borderParam(
      2,
      0,
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
    className: 'Cropping2D',
    config: { cropping: kerasBorder(cropping), data_format: 'channels_last' },
  }),
  fromKeras: borderFromKeras('cropping', 2),
})
