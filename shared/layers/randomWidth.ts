import { defineLayer, oneInput, oneOutput } from './define.ts'
import { firstProblem, floatProblem, rankProblem, tensorAt, unknownAxisProblem } from './shapes.ts'

/** Stretches each batch of images by a width drawn anew: [height, width, channels] → [height, ?, channels]. */
export const randomWidth = defineLayer({
  type: 'randomWidth',
  category: 'regularise',
  title: 'RandomWidth',
  help: {
    en: 'While training, makes every batch of images wider or narrower at random; otherwise passes them on. What follows must take any width. Keras 3 no longer has it.',
    ko: '학습할 때 배치마다 이미지의 너비를 무작위로 늘이거나 줄이고, 그 밖에는 그대로 넘깁니다. 뒤의 층은 어떤 너비든 받을 수 있어야 합니다. Keras 3에는 없는 층입니다.',
  },
  formula: String.raw`W' = \mathrm{round}\big((1 + u) W\big), \quad u \sim U(-f, f)`,
  source: 'https://www.tensorflow.org/versions/r2.15/api_docs/python/tf/keras/layers/RandomWidth',
  inputs: oneInput,
  outputs: () => oneOutput,
  params: {
    factor: {
      kind: 'float',
      default: 0.2,
      min: 0.01,
      max: 0.9,
      required: true,
      label: { en: 'Factor', ko: '비율' },
      help: {
        en: 'Largest change of the width either way: 0.2 is up to a fifth.',
        ko: '너비가 늘거나 줄어드는 최대 비율입니다. 0.2면 5분의 1까지 바뀝니다.',
      },
    },
    interpolation: {
      kind: 'choice',
      default: 'bilinear',
      options: ['bilinear', 'nearest'],
      label: { en: 'Interpolation', ko: '보간법' },
      help: {
        en: 'bilinear: new values lie on straight lines between the old ones. nearest: each is the nearest old one.',
        ko: 'bilinear는 이웃한 값 사이를 직선으로 이어 채우고, nearest는 가장 가까운 값을 씁니다.',
      },
    },
  },
  card: ['factor'],
  infer(inputs) {
    const spec = tensorAt(inputs)
    const problem =
      firstProblem(floatProblem(spec), rankProblem(spec, 3)) ?? firstProblem(unknownAxisProblem(spec, 2))
    if (problem) return { problem }
    return {
      outputs: { output: { shape: [spec.shape[0] ?? null, null, spec.shape[2] ?? null], dtype: 'float32' } },
    }
  },
  weights: () => [],
  flops: () => 0,
  outputActivation: () => 'input',
  keras: { className: 'RandomWidth', fixed: { seed: null } },
  // A range that is the same to both sides is a factor.
  fromKeras({ factor, ...config }) {
    const [lower, upper] = Array.isArray(factor) ? factor : [null, factor]
    return { ...config, factor: lower === null || lower === -upper ? upper : factor }
  },
})
