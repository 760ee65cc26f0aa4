import { borderFromKeras, borderParam, inferBorder, kerasBorder } from './borders.ts'
import { defineLayer, oneInput, oneOutput } from './define.ts'

/** Puts a border of zeros around [height, width, channels]. */
export const zeroPadding2d = defineLayer({
  type: 'zeroPadding2d',
  category: 'shape',
  title: 'ZeroPadding2D',
  help: { en: 'Puts a border of zeros around an image.', ko: '이미지의 가장자리에 0을 덧댑니다.' },
  formula: String.raw`y_{i+t,\, j+l,\, c} = x_{ijc}, \quad 0 \text{ outside}`,
  source: 'https://keras.io/api/layers/reshaping_layers/zero_padding2d/',
  inputs: oneInput,
  outputs: () => oneOutput,
  params: {
    padding: borderParam(
      2,
      1,
      { en: 'Padding', ko: '패딩' },
      { en: 'Zeros added at each end.', ko: '끝마다 덧댈 0의 개수입니다.' },
    ),
  },
  card: ['padding'],
  infer: (inputs, { padding }) => inferBorder(inputs, padding, 1),
  weights: () => [],
  flops: () => 0,
  keras: ({ padding }) => ({
    className: 'ZeroPadding2D',
    config: { padding: kerasBorder(padding), data_format: 'channels_last' },
  }),
  fromKeras: borderFromKeras('padding', 2),
})
