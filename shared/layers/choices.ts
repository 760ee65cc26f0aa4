import type { Initializer, ParamTable } from './define.ts'

/** Activation functions by their Keras names in camelCase; the engine has a value and a gradient for each. */
export const activations = [
  'linear',
  'relu',
  'sigmoid',
  'tanh',
  'softmax',
  'elu',
  'selu',
  'softplus',
  'softsign',
  'relu6',
] as const
type Activation = (typeof activations)[number]

/** `valid` keeps windows inside the image; `same` adds zeros so that stride 1 keeps the size. */
export const paddings = ['valid', 'same'] as const
export type Padding = (typeof paddings)[number]

type InitializerArgument =
  | { readonly kind: 'float'; readonly default: number; readonly min?: number }
  | { readonly kind: 'choice'; readonly default: string; readonly options: readonly string[] }

const spread = {
  stddev: { kind: 'float', default: 0.05, min: 0 },
  mean: { kind: 'float', default: 0 },
} as const

/** Every initialiser with its arguments; the class name is the key with a capital. Defaults are Keras'. */
export const initializers: Readonly<Record<string, Readonly<Record<string, InitializerArgument>>>> = {
  zeros: {},
  ones: {},
  constant: { value: { kind: 'float', default: 0 } },
  randomNormal: spread,
  truncatedNormal: spread,
  randomUniform: { minval: { kind: 'float', default: -0.05 }, maxval: { kind: 'float', default: 0.05 } },
  varianceScaling: {
    scale: { kind: 'float', default: 1, min: 1e-12 },
    mode: { kind: 'choice', default: 'fanIn', options: ['fanIn', 'fanOut', 'fanAvg'] },
    distribution: {
      kind: 'choice',
      default: 'truncatedNormal',
      options: ['truncatedNormal', 'untruncatedNormal', 'uniform'],
    },
  },
  glorotUniform: {},
  glorotNormal: {},
  heUniform: {},
  heNormal: {},
  lecunUniform: {},
  lecunNormal: {},
  orthogonal: { gain: { kind: 'float', default: 1 } },
}
const unseeded = ['zeros', 'ones', 'constant']

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** An initialiser as Keras 3 writes it inside a layer's config. */
export const kerasInitializer = ({ type, ...given }: Initializer) => {
  const config: Record<string, unknown> = unseeded.includes(type) ? {} : { seed: null }
  for (const name of Object.keys(initializers[type] ?? {})) {
    const value = given[name]
    config[name] = typeof value === 'string' ? snake(value) : value
  }
  const className = type.slice(0, 1).toUpperCase() + type.slice(1)
  return { module: 'keras.initializers', class_name: className, config, registered_name: null }
}

/** The activation parameter of a layer that has one. */
export const activationParam = (initial: Activation) =>
  ({
    kind: 'choice',
    default: initial,
    options: activations,
    label: { en: 'Activation', ko: '활성화 함수' },
    help: { en: 'Function applied to each output value.', ko: '출력값마다 적용하는 함수입니다.' },
  }) as const

/** Whether a layer learns a bias. */
export const useBiasParam = {
  kind: 'bool',
  default: true,
  label: { en: 'Use bias', ko: '편향 사용' },
  help: { en: 'Adds a learned constant to every output.', ko: '출력마다 학습되는 상수(편향)를 더합니다.' },
} as const

const initializerHelp = { en: 'How these weights start.', ko: '이 가중치의 초깃값을 정하는 방법입니다.' }

/** The start of a kernel. */
export const kernelInitializerParam = {
  kind: 'initializer',
  default: { type: 'glorotUniform' },
  label: { en: 'Kernel initialiser', ko: '커널 초기화' },
  help: initializerHelp,
} as const

/** The start of a bias. */
export const biasInitializerParam = {
  kind: 'initializer',
  default: { type: 'zeros' },
  options: Object.keys(initializers).filter((type) => type !== 'orthogonal'),
  label: { en: 'Bias initialiser', ko: '편향 초기화' },
  help: initializerHelp,
} as const

/** Window of a pooling layer; Keras' strides default to the pool size, so exports always write them. */
export const poolingParams = {
  poolSize: {
    kind: 'tuple',
    default: [2, 2],
    min: 1,
    max: 4096,
    label: { en: 'Pool size', ko: '풀 크기' },
    help: { en: 'Height and width of the window.', ko: '창의 높이와 너비입니다.' },
  },
  strides: {
    kind: 'tuple',
    default: [2, 2],
    min: 1,
    max: 4096,
    required: true,
    label: { en: 'Strides', ko: '스트라이드' },
    help: { en: 'Step of the window along each axis.', ko: '축마다 창이 이동하는 간격입니다.' },
  },
  padding: {
    kind: 'choice',
    default: 'valid',
    options: paddings,
    label: { en: 'Padding', ko: '패딩' },
    help: {
      en: 'valid: windows stay inside the image. same: the border is padded.',
      ko: 'valid는 창이 이미지 안에만 놓이고, same은 가장자리를 채웁니다.',
    },
  },
} as const satisfies ParamTable
