import { defineSpatialDropout } from './spatialDropout.ts'

/** Hides whole channels of [height, width, channels] while training. */
export const spatialDropout2d = defineSpatialDropout(
  {
    type: 'spatialDropout2d',
    title: 'SpatialDropout2D',
    help: {
      en: 'While training, hides whole channels of an image: neighbours are so alike that hiding single values would do little.',
      ko: '학습할 때 이미지의 채널을 통째로 가립니다. 이웃한 값이 비슷해 값 하나씩 가려서는 효과가 작을 때 씁니다.',
    },
  },
  'SpatialDropout2D',
  2,
)
