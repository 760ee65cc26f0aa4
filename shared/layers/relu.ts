import { defineLayer, oneInput, oneOutput } from './define.ts'
import { inferSame } from './shapes.ts'

/** x above `threshold` and up to `maxValue`, negativeSlope · (x − threshold) below. */
export const relu = defineLayer({
  type: 'relu',
  category: 'core',
  title: 'ReLU',
  help: {
    en: 'Keeps positive values and turns negative ones into 0; limit, slope and threshold can be set.',
    ko: '양수는 그대로 두고 음수는 0으로 만듭니다. 상한, 음수 기울기, 문턱값을 정할 수 있습니다.',
  },
  formula: String.raw`y = \begin{cases} m & x \ge m \\ x & \theta < x < m \\ \alpha (x - \theta) & x \le \theta \end{cases}`,
  source: 'https://keras.io/api/layers/activation_layers/relu/',
  inputs: oneInput,
  outputs: () => oneOutput,
  params: {
    maxValue: {
      kind: 'float',
      default: null,
      optional: true,
      min: 1e-6,
      max: 1e9,
      label: { en: 'Largest value', ko: '최댓값' },
      help: {
        en: 'Values above become this one; empty for no limit.',
        ko: '이보다 큰 값을 이 값으로 만듭니다. 비워 두면 상한이 없습니다.',
      },
    },
    negativeSlope: {
      kind: 'float',
      default: 0,
      min: 0,
      max: 1000,
      label: { en: 'Negative slope', ko: '음수 기울기' },
      help: { en: 'Slope below the threshold.', ko: '문턱값 아래에서의 기울기입니다.' },
    },
    threshold: {
      kind: 'float',
      default: 0,
      min: 0,
      max: 1e9,
      label: { en: 'Threshold', ko: '문턱값' },
      help: { en: 'Values above pass through.', ko: '이보다 큰 값만 그대로 통과합니다.' },
    },
  },
  card: ['maxValue', 'negativeSlope'],
  infer: (inputs) => inferSame(inputs),
  weights: () => [],
  flops: () => 0,
  outputActivation: ({ maxValue, negativeSlope }) =>
    negativeSlope > 0 ? 'leakyRelu' : maxValue === 6 ? 'relu6' : 'relu',
  keras: 'ReLU',
})
