import { defineLayer, oneInput, oneOutput } from './define.ts'
import { firstProblem, floatProblem, rankProblem, tensorAt } from './shapes.ts'

/** Repeats each place of [depth, height, width, channels] along every axis. */
export const upSampling3d = defineLayer({
  type: 'upSampling3d',
  category: 'shape',
  title: 'UpSampling3D',
  help: {
    en: 'Enlarges a volume by repeating each of its values.',
    ko: '값을 되풀이해 3차원 볼륨을 키웁니다.',
  },
  formula: String.raw`y_{ijkc} = x_{\lfloor i/s \rfloor,\, \lfloor j/t \rfloor,\, \lfloor k/u \rfloor,\, c}`,
  source: 'https://keras.io/api/layers/reshaping_layers/up_sampling3d/',
  inputs: oneInput,
  outputs: () => oneOutput,
  params: {
    size: {
      kind: 'tuple',
      default: [2, 2, 2],
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
    const problem = firstProblem(floatProblem(spec), rankProblem(spec, 4))
    if (problem) return { problem }
    const shape = spec.shape.map((length, axis) => (length === null ? null : length * (size[axis] ?? 1)))
    return { outputs: { output: { shape, dtype: spec.dtype } } }
  },
  weights: () => [],
  flops: () => 0,
  outputActivation: () => 'input',
  keras: { className: 'UpSampling3D', fixed: { data_format: 'channels_last' } },
})
