import { defineGlobalPooling } from './pooling.ts'

/** Largest value of each channel over [height, width]. */
export const globalMaxPooling2d = defineGlobalPooling(
  {
    type: 'globalMaxPooling2d',
    title: 'GlobalMaxPooling2D',
    help: {
      en: 'Keeps one number a channel: its largest value over the whole image.',
      ko: '이미지 전체에서 채널마다 가장 큰 값 하나만 남깁니다.',
    },
    formula: String.raw`y_c = \max_{i, j} x_{ijc}`,
    source: 'https://keras.io/api/layers/pooling_layers/global_max_pooling2d/',
  },
  'GlobalMaxPooling2D',
  2,
)
