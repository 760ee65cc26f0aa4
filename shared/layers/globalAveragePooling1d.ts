import { defineGlobalPooling } from './pooling.ts'

/** Mean of each channel over [steps]. */
export const globalAveragePooling1d = defineGlobalPooling(
  {
    type: 'globalAveragePooling1d',
    title: 'GlobalAveragePooling1D',
    help: {
      en: 'Keeps one number a channel: its mean over the whole sequence.',
      ko: '시퀀스 전체에서 채널마다 평균 하나만 남깁니다.',
    },
    formula: String.raw`y_c = \frac{1}{N} \sum_{i} x_{ic}`,
    source: 'https://keras.io/api/layers/pooling_layers/global_average_pooling1d/',
  },
  'GlobalAveragePooling1D',
  1,
)
