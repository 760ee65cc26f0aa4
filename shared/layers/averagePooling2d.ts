import { definePooling } from './pooling.ts'

/** Mean of each window of [height, width, channels]; what lies outside with `same` padding does not count. */
export const averagePooling2d = definePooling(
  {
    type: 'averagePooling2d',
    title: 'AveragePooling2D',
    help: {
      en: 'Shrinks an image by keeping the mean of each window.',
      ko: '창마다 평균만 남겨 이미지를 줄입니다.',
    },
    formula: String.raw`y_{ijc} = \frac{1}{|W|} \sum_{(p,q) \in W} x_{si+p,\, sj+q,\, c}`,
    source: 'https://keras.io/api/layers/pooling_layers/average_pooling2d/',
  },
  'AveragePooling2D',
  [2, 2],
)
