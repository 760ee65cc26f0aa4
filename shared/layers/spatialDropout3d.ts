import { defineSpatialDropout } from './spatialDropout.ts'

/** Hides whole channels of [depth, height, width, channels] while training. */
export const spatialDropout3d = defineSpatialDropout(
  {
    type: 'spatialDropout3d',
    title: 'SpatialDropout3D',
    help: {
      en: 'While training, hides whole channels of a volume: neighbours are so alike that hiding single values would do little.',
      ko: '학습할 때 3차원 볼륨의 채널을 통째로 가립니다. 이웃한 값이 비슷해 값 하나씩 가려서는 효과가 작을 때 씁니다.',
    },
  },
  'SpatialDropout3D',
  3,
)
