import { kerasInitializer } from './choices.ts'
import { defineLayer, oneInput, oneOutput } from './define.ts'
import { firstProblem, floatProblem, knownSize, rankProblem, tensorAt, unknownAxisProblem } from './shapes.ts'

/** Keeps the mean of each channel near 0 and its variance near 1, then scales by gamma and shifts by beta. */
export const batchNormalization = defineLayer({
  type: 'batchNormalization',
  category: 'regularise',
  title: 'BatchNormalization',
  help: {
    en: 'Normalises each channel over the batch, so that deep models train faster and more evenly.',
    ko: '배치에서 채널마다 평균과 분산을 맞추는 배치 정규화입니다. 깊은 모델이 더 빠르고 안정되게 학습됩니다.',
  },
  formula: String.raw`y = \gamma \, \frac{x - \mu}{\sqrt{\sigma^2 + \epsilon}} + \beta`,
  source: 'https://arxiv.org/abs/1502.03167',
  inputs: oneInput,
  outputs: () => oneOutput,
  params: {
    momentum: {
      kind: 'float',
      default: 0.99,
      min: 0,
      max: 1,
      label: { en: 'Momentum', ko: '모멘텀' },
      help: {
        en: 'How slowly the running mean and variance follow the batches.',
        ko: '이동 평균과 이동 분산이 배치를 얼마나 천천히 따라갈지 정합니다.',
      },
    },
    epsilon: {
      kind: 'float',
      default: 0.001,
      min: 1e-12,
      max: 1,
      label: { en: 'Epsilon', ko: '엡실론' },
      help: {
        en: 'Added to the variance so that nothing is divided by 0.',
        ko: '0으로 나누지 않도록 분산에 더하는 수입니다.',
      },
    },
    center: {
      kind: 'bool',
      default: true,
      label: { en: 'Center', ko: '이동(beta)' },
      help: { en: 'Learns a shift for each channel.', ko: '채널마다 더할 값을 학습합니다.' },
    },
    scale: {
      kind: 'bool',
      default: true,
      label: { en: 'Scale', ko: '배율(gamma)' },
      help: { en: 'Learns a factor for each channel.', ko: '채널마다 곱할 값을 학습합니다.' },
    },
  },
  card: ['momentum'],
  infer(inputs) {
    const spec = tensorAt(inputs)
    const scalar = spec.shape.length === 0 ? rankProblem(spec, 1) : null
    const problem = firstProblem(floatProblem(spec), scalar) ?? unknownAxisProblem(spec)
    return problem ? { problem } : { outputs: { output: spec } }
  },
  weights(inputs, { center, scale }) {
    const shape = [tensorAt(inputs).shape.at(-1) ?? 1]
    return [
      ...(scale ? [{ name: 'gamma', shape, trainable: true }] : []),
      ...(center ? [{ name: 'beta', shape, trainable: true }] : []),
      { name: 'moving_mean', shape, trainable: false },
      { name: 'moving_variance', shape, trainable: false },
    ]
  },
  flops: (inputs) => 2 * knownSize(tensorAt(inputs).shape),
  keras: {
    className: 'BatchNormalization',
    fixed: {
      axis: -1,
      beta_initializer: kerasInitializer({ type: 'zeros' }),
      gamma_initializer: kerasInitializer({ type: 'ones' }),
      moving_mean_initializer: kerasInitializer({ type: 'zeros' }),
      moving_variance_initializer: kerasInitializer({ type: 'ones' }),
      beta_regularizer: null,
      gamma_regularizer: null,
      beta_constraint: null,
      gamma_constraint: null,
      synchronized: false,
    },
  },
})
