import { definePooling } from './pooling.ts'

/** Largest value of each window of [height, width, channels]. */
export const maxPooling2d = definePooling(
  {
    type: 'maxPooling2d',
    title: 'MaxPooling2D',
    help: {
      en: 'Shrinks an image by keeping the largest value of each window.',
      ko: '창마다 가장 큰 값만 남겨 이미지를 줄입니다.',
    },
    formula: String.raw`y_{ijc} = \max_{(p,q) \in W} x_{si+p,\, sj+q,\, c}`,
    source: 'https://keras.io/api/layers/pooling_layers/max_pooling2d/',
  },
  'MaxPooling2D',
  [2, 2],
)
