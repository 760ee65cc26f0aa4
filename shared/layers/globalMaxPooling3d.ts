import { defineGlobalPooling } from './pooling.ts'

/** Largest value of each channel over [depth, height, width]. */
export const globalMaxPooling3d = defineGlobalPooling(
  {
    type: 'globalMaxPooling3d',
    title: 'GlobalMaxPooling3D',
    help: {
      en: 'Keeps one number a channel: its largest value over the whole volume.',
      ko: '볼륨 전체에서 채널마다 가장 큰 값 하나만 남깁니다.',
    },
    formula: String.raw`y_c = \max_{i, j, k} x_{ijkc}`,
    source: 'https://keras.io/api/layers/pooling_layers/global_max_pooling3d/',
  },
  'GlobalMaxPooling3D',
  3,
)
