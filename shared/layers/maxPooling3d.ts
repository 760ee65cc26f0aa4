import { definePooling } from './pooling.ts'

/** Largest value of each window of [depth, height, width, channels]. */
export const maxPooling3d = definePooling(
  {
    type: 'maxPooling3d',
    title: 'MaxPooling3D',
    help: {
      en: 'Shrinks a volume by keeping the largest value of each window.',
      ko: '창마다 가장 큰 값만 남겨 3차원 볼륨을 줄입니다.',
    },
    formula: String.raw`y_{ijkc} = \max_{(p,q,r) \in W} x_{si+p,\, sj+q,\, sk+r,\, c}`,
    source: 'https://keras.io/api/layers/pooling_layers/max_pooling3d/',
  },
  'MaxPooling3D',
  [2, 2, 2],
)
