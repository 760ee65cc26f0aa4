import { defineGlobalPooling } from './pooling.ts'

/** Mean of each channel over [depth, height, width]. */
export const globalAveragePooling3d = defineGlobalPooling(
  {
    type: 'globalAveragePooling3d',
    title: 'GlobalAveragePooling3D',
    help: {
      en: 'Keeps one number a channel: its mean over the whole volume.',
      ko: '볼륨 전체에서 채널마다 평균 하나만 남깁니다.',
    },
    formula: String.raw`y_c = \frac{1}{N} \sum_{i, j, k} x_{ijkc}`,
    source: 'https://keras.io/api/layers/pooling_layers/global_average_pooling3d/',
  },
  'GlobalAveragePooling3D',
  3,
)
