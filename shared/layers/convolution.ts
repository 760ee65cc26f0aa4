import {
  activationParam,
  biasInitializerParam,
  kernelInitializerParam,
  type Padding,
  paddings,
  penaltyParams,
  useBiasParam,
} from './choices.ts'
import type { Inferred, InputsByPort, ParamTable, Problem, Shape, TensorSpec } from './define.ts'
import {
  firstProblem,
  floatProblem,
  knownSize,
  rankProblem,
  tensorAt,
  unknownAxisProblem,
  windowed,
} from './shapes.ts'

const filtersParam = {
  kind: 'int',
  default: 32,
  min: 1,
  max: 65_536,
  required: true,
  label: { en: 'Filters', ko: '필터 수' },
  help: { en: 'Number of output channels.', ko: '출력 채널의 수입니다.' },
} as const

/** How filters slide: `axes` is the number of axes they slide along. */
export const slidingParams = (axes: number) =>
  ({
    kernelSize: {
      kind: 'tuple',
      default: Array.from({ length: axes }, () => 3),
      min: 1,
      max: 4096,
      required: true,
      label: { en: 'Kernel size', ko: '커널 크기' },
      help: { en: 'Length of a filter along each axis.', ko: '축마다 필터의 길이입니다.' },
    },
    strides: {
      kind: 'tuple',
      default: Array.from({ length: axes }, () => 1),
      min: 1,
      max: 4096,
      label: { en: 'Strides', ko: '스트라이드' },
      help: { en: 'Step of the filter along each axis.', ko: '축마다 필터가 이동하는 간격입니다.' },
    },
    padding: {
      kind: 'choice',
      default: 'valid',
      options: paddings,
      label: { en: 'Padding', ko: '패딩' },
      help: {
        en: 'valid: the filter stays inside. same: the border is padded with zeros.',
        ko: 'valid는 필터가 안쪽에만 놓이고, same은 가장자리를 0으로 채웁니다.',
      },
    },
  }) as const satisfies ParamTable

/** Gaps between the values a filter sees. */
export const dilationParam = (axes: number) =>
  ({
    kind: 'tuple',
    default: Array.from({ length: axes }, () => 1),
    min: 1,
    max: 4096,
    label: { en: 'Dilation rate', ko: '팽창률' },
    help: {
      en: 'Distance between the values that a filter sees: more than 1 widens its view without more weights.',
      ko: '필터가 보는 값 사이의 간격입니다. 1보다 크면 가중치를 늘리지 않고 시야가 넓어집니다.',
    },
  }) as const

const endParams = {
  activation: activationParam('linear'),
  useBias: useBiasParam,
  kernelInitializer: kernelInitializerParam,
  biasInitializer: biasInitializerParam,
  ...penaltyParams,
} as const satisfies ParamTable

/** Parameters of a convolution along `axes` axes. */
export const convolutionParams = (axes: number) =>
  ({
    filters: filtersParam,
    ...slidingParams(axes),
    dilationRate: dilationParam(axes),
    ...endParams,
  }) as const satisfies ParamTable

/** Parameters of a transposed convolution along `axes` axes. */
export const transposeParams = (axes: number) =>
  ({ filters: filtersParam, ...slidingParams(axes), ...endParams }) as const satisfies ParamTable

const startParam = (label: { readonly en: string; readonly ko: string }) => ({
  ...kernelInitializerParam,
  label,
})
/** How the filters that look at one channel each start, and what keeps them small. */
export const depthwiseParams = {
  depthMultiplier: {
    kind: 'int',
    default: 1,
    min: 1,
    max: 4096,
    label: { en: 'Depth multiplier', ko: '깊이 배수' },
    help: { en: 'Filters for each input channel.', ko: '입력 채널마다 두는 필터의 수입니다.' },
  },
  depthwiseInitializer: startParam({ en: 'Depthwise initialiser', ko: '깊이별 커널 초기화' }),
  depthwiseRegularizer: {
    ...penaltyParams.kernelRegularizer,
    label: { en: 'Depthwise regulariser', ko: '깊이별 커널 규제' },
  },
  depthwiseConstraint: {
    ...penaltyParams.kernelConstraint,
    label: { en: 'Depthwise constraint', ko: '깊이별 커널 제약' },
  },
} as const satisfies ParamTable

/** Parameters at the end of a layer with depthwise filters. */
export const biasParams = {
  activation: activationParam('linear'),
  useBias: useBiasParam,
  biasInitializer: biasInitializerParam,
  biasRegularizer: penaltyParams.biasRegularizer,
  biasConstraint: penaltyParams.biasConstraint,
} as const satisfies ParamTable

/** Parameters of a separable convolution: depthwise filters, then one that mixes the channels at each place. */
export const separableParams = (axes: number) =>
  ({
    filters: filtersParam,
    ...slidingParams(axes),
    dilationRate: dilationParam(axes),
    ...depthwiseParams,
    pointwiseInitializer: startParam({ en: 'Pointwise initialiser', ko: '점별 커널 초기화' }),
    pointwiseRegularizer: {
      ...penaltyParams.kernelRegularizer,
      label: { en: 'Pointwise regulariser', ko: '점별 커널 규제' },
    },
    pointwiseConstraint: {
      ...penaltyParams.kernelConstraint,
      label: { en: 'Pointwise constraint', ko: '점별 커널 제약' },
    },
    ...biasParams,
  }) as const satisfies ParamTable

/** How a filter slides. */
interface Sliding {
  readonly kernelSize: readonly number[]
  readonly strides: readonly number[]
  readonly padding: Padding | 'causal'
  readonly dilationRate?: readonly number[]
}

const inputProblem = (spec: TensorSpec, axes: number): Problem | null =>
  firstProblem(floatProblem(spec), rankProblem(spec, axes + 1)) ?? unknownAxisProblem(spec, axes)

/** Lengths after a filter slid over [...places, channels]; causal padding keeps as many steps as `same` does. */
export const slide = (
  spec: TensorSpec,
  { kernelSize, strides, padding, dilationRate }: Sliding,
): { readonly sizes: Shape } | { readonly problem: Problem } => {
  const window = kernelSize.map((length, axis) => (length - 1) * (dilationRate?.[axis] ?? 1) + 1)
  return windowed(spec, window, strides, padding === 'causal' ? 'same' : padding)
}

/** Output of a layer with `channels` of them after its filters slid; strides and dilation exclude each other, as in Keras. */
export const inferSliding = (
  inputs: InputsByPort,
  sliding: Sliding,
  channels: (input: number) => number,
): Inferred => {
  const spec = tensorAt(inputs)
  const axes = sliding.kernelSize.length
  const problem = inputProblem(spec, axes)
  if (problem) return { problem }
  const isAbove = (rates: readonly number[] = []) => rates.some((rate) => rate > 1)
  if (isAbove(sliding.strides) && isAbove(sliding.dilationRate))
    return { problem: { code: 'stridesWithDilation' } }
  const result = slide(spec, sliding)
  if ('problem' in result) return result
  const shape = [...result.sizes, channels(spec.shape[axes] ?? 1)]
  return { outputs: { output: { shape, dtype: 'float32' } } }
}

/** Number of places a filter stops at. */
export const stops = (inputs: InputsByPort, sliding: Sliding): number => {
  const result = slide(tensorAt(inputs), sliding)
  return 'problem' in result ? 0 : knownSize(result.sizes)
}

/** A kernel and, if there is one, its bias. */
export const kernelAndBias = (kernel: readonly number[], bias: number, useBias: boolean) => [
  { name: 'kernel', shape: kernel, trainable: true },
  ...(useBias ? [{ name: 'bias', shape: [bias], trainable: true }] : []),
]

/** Channels that enter a layer over [...places, channels]. */
export const channelsIn = (inputs: InputsByPort): number => tensorAt(inputs).shape.at(-1) ?? 1

interface Convolution extends Sliding {
  readonly filters: number
  readonly useBias: boolean
}

/** Weights of a convolution: one filter of [...kernelSize, channels] for each output channel. */
export const convolutionWeights = (
  inputs: InputsByPort,
  { filters, kernelSize, useBias }: Convolution,
): ReturnType<typeof kernelAndBias> =>
  kernelAndBias([...kernelSize, channelsIn(inputs), filters], filters, useBias)

/** Arithmetic of a convolution. */
export const convolutionFlops = (inputs: InputsByPort, values: Convolution): number =>
  stops(inputs, values) *
  values.filters *
  (2 * knownSize(values.kernelSize) * channelsIn(inputs) + (values.useBias ? 1 : 0))

/** Output of a transposed convolution: the length whose convolution has this input's length. */
export const inferTranspose = (inputs: InputsByPort, values: Convolution): Inferred => {
  const { kernelSize, strides, padding, filters } = values
  const spec = tensorAt(inputs)
  const problem = inputProblem(spec, kernelSize.length)
  if (problem) return { problem }
  const sizes = kernelSize.map((length, axis) => {
    const [size, stride] = [spec.shape[axis] ?? null, strides[axis] ?? 1]
    if (size === null) return null
    return size * stride + (padding === 'valid' ? Math.max(length - stride, 0) : 0)
  })
  return { outputs: { output: { shape: [...sizes, filters], dtype: 'float32' } } }
}

/** Weights of a transposed convolution: its kernel has the channels the other way round. */
export const transposeWeights = (
  inputs: InputsByPort,
  { filters, kernelSize, useBias }: Convolution,
): ReturnType<typeof kernelAndBias> =>
  kernelAndBias([...kernelSize, filters, channelsIn(inputs)], filters, useBias)

/** Arithmetic of a transposed convolution: every input value times the whole filter of every output channel. */
export const transposeFlops = (inputs: InputsByPort, values: Convolution): number => {
  const inferred = inferTranspose(inputs, values)
  const size = 'outputs' in inferred ? knownSize(inferred.outputs['output']?.shape ?? []) : 0
  const products = 2 * knownSize(tensorAt(inputs).shape) * knownSize(values.kernelSize) * values.filters
  return products + (values.useBias ? size : 0)
}
