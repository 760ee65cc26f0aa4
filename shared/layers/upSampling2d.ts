import { defineLayer, oneInput, oneOutput } from './define.ts'
import { firstProblem, floatProblem, rankProblem, tensorAt } from './shapes.ts'

const interpolations = ['nearest', 'bilinear'] as const

/** Repeats each place of [height, width, channels] along both axes, or goes from one to the next in a straight line. */
export const upSampling2d = defineLayer({
  type: 'upSampling2d',
  category: 'shape',
  title: 'UpSampling2D',
  help: {
    en: 'Enlarges an image by repeating its values, or smoothly by what lies between them.',
    ko: '값을 되풀이하거나 그 사이를 부드럽게 이어 이미지를 키웁니다.',
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
        en: 'How many times as long each axis becomes.',
        ko: '축마다 길이가 늘어나는 배수입니다.',
      },
    },
    interpolation: {
      kind: 'choice',
      default: 'nearest',
      options: interpolations,
      label: { en: 'Interpolation', ko: '보간법' },
      help: {
        en: 'nearest: each value is repeated. bilinear: the new values lie on straight lines between the old ones.',
        ko: 'nearest는 값을 그대로 되풀이하고, bilinear는 이웃한 값 사이를 직선으로 이어 채웁니다.',
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
  keras: { className: 'UpSampling2D', fixed: { data_format: 'channels_last' } },
})
