import { defineLayer, oneInput, oneOutput } from './define.ts'
import { firstProblem, floatProblem, rankProblem, tensorAt, unknownAxisProblem } from './shapes.ts'

const sizeParam = (label: { readonly en: string; readonly ko: string }) =>
  ({
    kind: 'int',
    default: 8,
    min: 1,
    max: 100_000,
    required: true,
    label,
    help: { en: 'Length that is kept, in the middle.', ko: '가운데에서 남길 길이입니다.' },
  }) as const

/** Keeps the middle of an image: [height, width, channels] → [height′, width′, channels]. */
export const centerCrop = defineLayer({
  type: 'centerCrop',
  category: 'shape',
  title: 'CenterCrop',
  help: {
    en: 'Keeps the middle of an image. The image must be at least as large.',
    ko: '이미지의 가운데만 남깁니다. 이미지가 그보다 작으면 안 됩니다.',
  },
  formula: String.raw`y_{ijc} = x_{i + \lfloor (H - h) / 2 \rfloor,\, j + \lfloor (W - w) / 2 \rfloor,\, c}`,
  source: 'https://keras.io/api/layers/preprocessing_layers/image_preprocessing/center_crop/',
  inputs: oneInput,
  outputs: () => oneOutput,
  params: {
    height: sizeParam({ en: 'Height', ko: '높이' }),
    width: sizeParam({ en: 'Width', ko: '너비' }),
  },
  card: ['height', 'width'],
  infer(inputs, { height, width }) {
    const spec = tensorAt(inputs)
    const problem =
      firstProblem(floatProblem(spec), rankProblem(spec, 3)) ??
      firstProblem(unknownAxisProblem(spec, 0), unknownAxisProblem(spec, 1))
    if (problem) return { problem }
    const wanted = [height, width]
    const bad = wanted.findIndex((size, axis) => size > (spec.shape[axis] ?? 0))
    // Keras would enlarge a smaller image, by a way of its own that TensorFlow.js lacks.
    if (bad >= 0)
      return {
        problem: {
          code: 'windowTooLarge',
          values: { window: wanted[bad] ?? 0, size: spec.shape[bad] ?? 0, axis: bad + 1 },
        },
      }
    return { outputs: { output: { shape: [...wanted, spec.shape[2] ?? null], dtype: spec.dtype } } }
  },
  weights: () => [],
  flops: () => 0,
  outputActivation: () => 'input',
  keras: { className: 'CenterCrop', fixed: { data_format: 'channels_last' } },
})
