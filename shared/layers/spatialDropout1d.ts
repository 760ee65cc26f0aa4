import { defineSpatialDropout } from './spatialDropout.ts'

/** Hides whole channels of [steps, channels] while training. */
export const spatialDropout1d = defineSpatialDropout(
  {
    type: 'spatialDropout1d',
    title: 'SpatialDropout1D',
    help: {
      en: 'While training, hides whole channels of a sequence: neighbours are so alike that hiding single values would do little.',
      ko: '학습할 때 시퀀스의 채널을 통째로 가립니다. 이웃한 값이 비슷해 값 하나씩 가려서는 효과가 작을 때 씁니다.',
    },
  },
  'SpatialDropout1D',
  1,
)
