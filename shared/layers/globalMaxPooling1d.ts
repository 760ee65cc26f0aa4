import { defineGlobalPooling } from './pooling.ts'

/** Largest value of each channel over [steps]. */
export const globalMaxPooling1d = defineGlobalPooling(
  {
    type: 'globalMaxPooling1d',
    title: 'GlobalMaxPooling1D',
    help: {
      en: 'Keeps one number a channel: its largest value over the whole sequence.',
      ko: '시퀀스 전체에서 채널마다 가장 큰 값 하나만 남깁니다.',
    },
    formula: String.raw`y_c = \max_{i} x_{ic}`,
    source: 'https://keras.io/api/layers/pooling_layers/global_max_pooling1d/',
  },
  'GlobalMaxPooling1D',
  1,
)
