import { defineLayer, oneInput, oneOutput } from './define.ts'
import { firstProblem, floatProblem, rankProblem, tensorAt } from './shapes.ts'

/** Repeats each place of [height, width, channels] along every axis. */
export const upSampling2d = defineLayer({
  type: 'upSampling2d',
  category: 'shape',
  title: 'UpSampling2D',
  help: {
    en: 'Enlarges an image by repeating each of its values.',
    ko: '값을 되풀이해 이미지를 키웁니다.',
  },
  formula: String.raw`y_{ijc} = x_{\lfloor i/s \rfloor,\, \lfloor j/t \rfloor,\, c}`,
  source: 'https://keras.io/api/layers/reshaping_layers/up_sampling2d/',
  inputs: oneInput,
  outputs: () => oneOutput,
  params: {
    size: {
      kind: 'tuple',
      default: [2, 2],
      min: 1,
      max: 4096,
      label: { en: 'Size', ko: '배수' },
      help: {
        en: 'How often each value is repeated along each axis.',
        ko: '축마다 값을 되풀이할 횟수입니다.',
      },
    },
  },
  card: ['size'],
  infer(inputs, { size }) {
    const spec = tensorAt(inputs)
    const problem = firstProblem(floatProblem(spec), rankProblem(spec, 3))
    if (problem) return { problem }
    const shape = spec.shape.map((length, axis) => (length === null ? null : length * (size[axis] ?? 1)))
    return { outputs: { output: { shape, dtype: spec.dtype } } }
  },
  weights: () => [],
  flops: () => 0,
  outputActivation: () => 'input',
  keras: { className: 'UpSampling2D', fixed: { data_format: 'channels_last', interpolation: 'nearest' } },
})
