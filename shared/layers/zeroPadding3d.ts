import { borderFromKeras, borderParam, inferBorder, kerasBorder } from './borders.ts'
import { defineLayer, oneInput, oneOutput } from './define.ts'

/** Puts a border of zeros around [depth, height, width, channels]. */
export const zeroPadding3d = defineLayer({
  type: 'zeroPadding3d',
  category: 'shape',
  title: 'ZeroPadding3D',
  help: { en: 'Puts a border of zeros around a volume.', ko: '3차원 볼륨의 가장자리에 0을 덧댑니다.' },
  formula: String.raw`y_{i+f,\, j+t,\, k+l,\, c} = x_{ijkc}, \quad 0 \text{ outside}`,
  source: 'https://keras.io/api/layers/reshaping_layers/zero_padding3d/',
  inputs: oneInput,
  outputs: () => oneOutput,
  params: {
    padding: borderParam(
      3,
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
    className: 'ZeroPadding3D',
    config: { padding: kerasBorder(padding), data_format: 'channels_last' },
  }),
  fromKeras: borderFromKeras('padding', 3),
})
