import { biasInitializerParam, penaltyParams } from './choices.ts'
import { defineLayer, oneInput, oneOutput } from './define.ts'
import { axisAt, floatProblem, knownSize, rankProblem, tensorAt, unknownAxisProblem } from './shapes.ts'

/** x where x ≥ 0, a learned slope · x elsewhere; slopes are shared along `sharedAxes`. */
export const prelu = defineLayer({
  type: 'prelu',
  category: 'core',
  title: 'PReLU',
  help: {
    en: 'Like LeakyReLU, but the slope of negative values is learned for each place.',
    ko: 'LeakyReLU와 같지만 음수의 기울기를 자리마다 학습합니다.',
  },
  formula: String.raw`y = \begin{cases} x & x \ge 0 \\ \alpha \odot x & x < 0 \end{cases}`,
  source: 'https://arxiv.org/abs/1502.01852',
  inputs: oneInput,
  outputs: () => oneOutput,
  params: {
    alphaInitializer: {
      ...biasInitializerParam,
      label: { en: 'Alpha initialiser', ko: '알파 초기화' },
    },
    alphaRegularizer: {
      ...penaltyParams.kernelRegularizer,
      label: { en: 'Alpha regulariser', ko: '알파 규제' },
    },
    alphaConstraint: {
      ...penaltyParams.kernelConstraint,
      label: { en: 'Alpha constraint', ko: '알파 제약' },
    },
    sharedAxes: {
      kind: 'shape',
      axes: true,
      default: [],
      label: { en: 'Shared axes', ko: '공유하는 축' },
      help: {
        en: 'Axes along which all places have one slope: 1, 2 for one slope a channel of an image.',
        ko: '기울기 하나를 함께 쓰는 축들입니다. 이미지에서 1, 2로 두면 채널마다 기울기가 하나입니다.',
      },
    },
  },
  card: ['sharedAxes'],
  infer(inputs, { sharedAxes }) {
    const spec = tensorAt(inputs)
    const problem = floatProblem(spec) ?? (spec.shape.length === 0 ? rankProblem(spec, 1) : null)
    if (problem) return { problem }
    for (const axis of sharedAxes) {
      const found = axisAt(spec, axis)
      if ('problem' in found) return found
      if (axis < 0)
        return { problem: { code: 'axisOutOfRange', values: { axis, min: 1, max: spec.shape.length } } }
    }
    const open = spec.shape.findIndex((size, index) => size === null && !sharedAxes.includes(index + 1))
    const unknown = open < 0 ? null : unknownAxisProblem(spec, open)
    return unknown ? { problem: unknown } : { outputs: { output: spec } }
  },
  weights(inputs, { sharedAxes }) {
    const shape = tensorAt(inputs).shape.map((size, index) =>
      sharedAxes.includes(index + 1) ? 1 : (size ?? 1),
    )
    return [{ name: 'alpha', shape, trainable: true }]
  },
  flops: (inputs) => knownSize(tensorAt(inputs).shape),
  outputActivation: () => 'leakyRelu',
  keras: 'PReLU',
  fromKeras: ({ shared_axes, ...config }) => ({
    ...config,
    shared_axes: typeof shared_axes === 'number' ? [shared_axes] : (shared_axes ?? []),
  }),
})
