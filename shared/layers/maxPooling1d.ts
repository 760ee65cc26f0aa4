import { definePooling } from './pooling.ts'

/** Largest value of each window of [steps, channels]. */
export const maxPooling1d = definePooling(
  {
    type: 'maxPooling1d',
    title: 'MaxPooling1D',
    help: {
      en: 'Shrinks a sequence by keeping the largest value of each window.',
      ko: '창마다 가장 큰 값만 남겨 시퀀스를 줄입니다.',
    },
    formula: String.raw`y_{ic} = \max_{p \in W} x_{si+p,\, c}`,
    source: 'https://keras.io/api/layers/pooling_layers/max_pooling1d/',
  },
  'MaxPooling1D',
  [2],
)
