import { axisParam, biasInitializerParam, epsilonParam, scaleAndShiftParams } from './choices.ts'
import { defineLayer, oneInput, oneOutput } from './define.ts'
import { axisAt, floatProblem, knownSize, openAxesProblem, tensorAt, unknownAxisProblem } from './shapes.ts'

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
    axis: {
      ...axisParam,
      help: {
        en: 'The axis of the channels, which keep a mean and a variance each: −1 is the last.',
        ko: '채널 축입니다. 채널마다 평균과 분산을 따로 구합니다. −1은 마지막 축입니다.',
      },
    },
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
    epsilon: epsilonParam,
    ...scaleAndShiftParams,
    movingMeanInitializer: {
      ...biasInitializerParam,
      label: { en: 'Moving mean initialiser', ko: '이동 평균 초기화' },
    },
    movingVarianceInitializer: {
      ...biasInitializerParam,
      default: { type: 'ones' },
      label: { en: 'Moving variance initialiser', ko: '이동 분산 초기화' },
    },
  },
  card: ['momentum'],
  infer(inputs, { axis }) {
    const spec = tensorAt(inputs)
    const found = axisAt(spec, axis)
    const problem =
      floatProblem(spec) ??
      ('problem' in found ? found.problem : unknownAxisProblem(spec, found.index)) ??
      (spec.shape.length > 3 ? openAxesProblem(spec) : null)
    return problem ? { problem } : { outputs: { output: spec } }
  },
  weights(inputs, { axis, center, scale }) {
    const shape = [tensorAt(inputs).shape.at(axis < 0 ? axis : axis - 1) ?? 1]
    return [
      ...(scale ? [{ name: 'gamma', shape, trainable: true }] : []),
      ...(center ? [{ name: 'beta', shape, trainable: true }] : []),
      { name: 'moving_mean', shape, trainable: false },
      { name: 'moving_variance', shape, trainable: false },
    ]
  },
  flops: (inputs) => 2 * knownSize(tensorAt(inputs).shape),
  keras: { className: 'BatchNormalization', fixed: { synchronized: false } },
  fromKeras: ({ axis, ...config }) => ({ ...config, axis: Array.isArray(axis) ? axis[0] : axis }),
})
