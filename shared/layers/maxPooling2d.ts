import { poolingParams } from './choices.ts'
import { defineLayer, oneInput, oneOutput } from './define.ts'
import { inferPooling, poolingFlops } from './shapes.ts'

/** Largest value of each window of [height, width, channels]. */
export const maxPooling2d = defineLayer({
  type: 'maxPooling2d',
  category: 'convolution',
  title: 'MaxPooling2D',
  help: {
    en: 'Shrinks an image by keeping the largest value of each window.',
    ko: '창마다 가장 큰 값만 남겨 이미지를 줄입니다.',
  },
  formula: String.raw`y_{ijc} = \max_{(p,q) \in W} x_{si+p,\, sj+q,\, c}`,
  source: 'https://keras.io/api/layers/pooling_layers/max_pooling2d/',
  inputs: oneInput,
  outputs: () => oneOutput,
  params: poolingParams,
  card: ['poolSize', 'strides'],
  infer: (inputs, values) => inferPooling(inputs, values),
  weights: () => [],
  flops: (inputs, values) => poolingFlops(inputs, values),
  keras: { className: 'MaxPooling2D', fixed: { data_format: 'channels_last' } },
})
