import { defineGlobalPooling } from './pooling.ts'

/** Mean of each channel over [height, width]. */
export const globalAveragePooling2d = defineGlobalPooling(
  {
    type: 'globalAveragePooling2d',
    title: 'GlobalAveragePooling2D',
    help: {
      en: 'Keeps one number a channel: its mean over the whole image.',
      ko: '이미지 전체에서 채널마다 평균 하나만 남깁니다.',
    },
    formula: String.raw`y_c = \frac{1}{N} \sum_{i, j} x_{ijc}`,
    source: 'https://keras.io/api/layers/pooling_layers/global_average_pooling2d/',
  },
  'GlobalAveragePooling2D',
  2,
)
