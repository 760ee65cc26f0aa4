import { poolingParams } from './choices.ts'
import { defineLayer, oneInput, oneOutput } from './define.ts'
import { inferPooling, poolingFlops } from './shapes.ts'

/** Mean value of each window of [height, width, channels]. */
export const averagePooling2d = defineLayer({
  type: 'averagePooling2d',
  category: 'convolution',
  title: 'AveragePooling2D',
  help: {
    en: 'Shrinks an image by taking the mean of each window.',
    ko: '창마다 평균을 내어 이미지를 줄입니다.',
  },
  formula: String.raw`y_{ijc} = \frac{1}{|W|} \sum_{(p,q) \in W} x_{si+p,\, sj+q,\, c}`,
  source: 'https://keras.io/api/layers/pooling_layers/average_pooling2d/',
  inputs: oneInput,
  outputs: () => oneOutput,
  params: poolingParams,
  card: ['poolSize', 'strides'],
  infer: (inputs, values) => inferPooling(inputs, values),
  weights: () => [],
  flops: (inputs, values) => poolingFlops(inputs, values),
  keras: { className: 'AveragePooling2D', fixed: { data_format: 'channels_last' } },
})
