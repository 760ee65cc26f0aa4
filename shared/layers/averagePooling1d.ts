import { definePooling } from './pooling.ts'

/** Mean of each window of [steps, channels]; what lies outside with `same` padding does not count. */
export const averagePooling1d = definePooling(
  {
    type: 'averagePooling1d',
    title: 'AveragePooling1D',
    help: {
      en: 'Shrinks a sequence by keeping the mean of each window.',
      ko: '창마다 평균만 남겨 시퀀스를 줄입니다.',
    },
    formula: String.raw`y_{ic} = \frac{1}{|W|} \sum_{p \in W} x_{si+p,\, c}`,
    source: 'https://keras.io/api/layers/pooling_layers/average_pooling1d/',
  },
  'AveragePooling1D',
  [2],
)
