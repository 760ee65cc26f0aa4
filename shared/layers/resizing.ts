import { defineLayer, oneInput, oneOutput } from './define.ts'
import { firstProblem, floatProblem, rankProblem, tensorAt, unknownAxisProblem } from './shapes.ts'

const interpolations = ['bilinear', 'nearest'] as const

const sizeParam = (label: { readonly en: string; readonly ko: string }) =>
  ({
    kind: 'int',
    default: 16,
    min: 1,
    max: 100_000,
    required: true,
    label,
    help: {
      en: 'New length: a whole multiple of the old one.',
      ko: '새 길이입니다. 원래 길이의 정수배여야 합니다.',
    },
  }) as const

/**
 * Enlarges an image to a size: [height, width, channels] → [height′, width′, channels]. Sizes between whole multiples are
 * refused: TensorFlow.js looks at other places than Keras then, and has no right gradient for a batch.
 */
export const resizing = defineLayer({
  type: 'resizing',
  category: 'shape',
  title: 'Resizing',
  help: {
    en: 'Enlarges an image to a given size, smoothly or by repeating its values.',
    ko: '이미지를 정해진 크기로 키웁니다. 부드럽게 잇거나 값을 되풀이합니다.',
  },
  formula: String.raw`y_{ijc} = x_{\lfloor i H / h \rfloor,\, \lfloor j W / w \rfloor,\, c}`,
  source: 'https://keras.io/api/layers/preprocessing_layers/image_preprocessing/resizing/',
  inputs: oneInput,
  outputs: () => oneOutput,
  params: {
    height: sizeParam({ en: 'Height', ko: '높이' }),
    width: sizeParam({ en: 'Width', ko: '너비' }),
    interpolation: {
      kind: 'choice',
      default: 'bilinear',
      options: interpolations,
      label: { en: 'Interpolation', ko: '보간법' },
      help: {
        en: 'nearest: each value is repeated. bilinear: the new values lie on straight lines between the old ones.',
        ko: 'nearest는 값을 그대로 되풀이하고, bilinear는 이웃한 값 사이를 직선으로 이어 채웁니다.',
      },
    },
  },
  card: ['height', 'width'],
  infer(inputs, { height, width }) {
    const spec = tensorAt(inputs)
    const problem =
      firstProblem(floatProblem(spec), rankProblem(spec, 3)) ??
      firstProblem(unknownAxisProblem(spec, 0), unknownAxisProblem(spec, 1))
    if (problem) return { problem }
    const wanted = [height, width]
    const bad = wanted.findIndex((size, axis) => size % (spec.shape[axis] ?? 1) !== 0)
    if (bad >= 0)
      return {
        problem: {
          code: 'resizeUneven',
          values: { wanted: wanted[bad] ?? 0, size: spec.shape[bad] ?? 0, axis: bad + 1 },
        },
      }
    return { outputs: { output: { shape: [...wanted, spec.shape[2] ?? null], dtype: spec.dtype } } }
  },
  weights: () => [],
  flops: () => 0,
  outputActivation: () => 'input',
  keras: {
    className: 'Resizing',
    fixed: { crop_to_aspect_ratio: false, data_format: 'channels_last' },
  },
})
