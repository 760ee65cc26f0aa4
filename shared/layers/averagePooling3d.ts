import { definePooling } from './pooling.ts'

/** Mean of each window of [depth, height, width, channels]; what lies outside with `same` padding does not count. */
export const averagePooling3d = definePooling(
  {
    type: 'averagePooling3d',
    title: 'AveragePooling3D',
    help: {
      en: 'Shrinks a volume by keeping the mean of each window.',
      ko: '창마다 평균만 남겨 3차원 볼륨을 줄입니다.',
    },
    formula: String.raw`y_{ijkc} = \frac{1}{|W|} \sum_{(p,q,r) \in W} x_{si+p,\, sj+q,\, sk+r,\, c}`,
    source: 'https://keras.io/api/layers/pooling_layers/average_pooling3d/',
  },
  'AveragePooling3D',
  [2, 2, 2],
)
