import type { ParamTable } from './define.ts'

export { kerasConfig, kerasInitializer } from './kerasConfig.ts'

/** Activation functions that tfjs computes as Keras does; the engine has a value and a gradient for each. */
const sharedActivations = [
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
  'silu',
  'gelu',
  'mish',
  'logSoftmax',
] as const
/** Every activation function by its Keras name in camelCase. The engine puts the last ones behind their layer, as layers. */
export const activations = [
  ...sharedActivations,
  'leakyRelu',
  'hardSigmoid',
  'hardTanh',
  'logSigmoid',
] as const
type Activation = (typeof activations)[number]
/** Those that make sense for a gate, which lets a share of a value through. */
export const gateActivations = ['sigmoid', 'tanh', 'softsign', 'relu', 'relu6', 'linear'] as const

/** `valid` keeps windows inside the image; `same` adds zeros so that stride 1 keeps the size. */
export const paddings = ['valid', 'same'] as const
export type Padding = (typeof paddings)[number]

/** An argument of an initialiser, regulariser or constraint. */
export type NamedArgument =
  | {
      readonly kind: 'int' | 'float'
      readonly default: number
      readonly min?: number
      readonly max?: number
    }
  | { readonly kind: 'choice'; readonly default: string; readonly options: readonly string[] }
/** Named functions with their arguments. */
export type NamedTable = Readonly<Record<string, Readonly<Record<string, NamedArgument>>>>

const spread = {
  stddev: { kind: 'float', default: 0.05, min: 0 },
  mean: { kind: 'float', default: 0 },
} as const

/** Every initialiser with its arguments; the class name is the key with a capital. Defaults are Keras'. */
export const initializers: NamedTable = {
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
/** Every weight regulariser with its arguments: L1 adds Σ|w|, L2 adds Σw², each times its factor. */
export const regularizers: NamedTable = {
  l1: { l1: { kind: 'float', default: 0.01, min: 0 } },
  l2: { l2: { kind: 'float', default: 0.01, min: 0 } },
  l1l2: { l1: { kind: 'float', default: 0.01, min: 0 }, l2: { kind: 'float', default: 0.01, min: 0 } },
}

const normAxis = { axis: { kind: 'int', default: 0, min: 0, max: 7 } } as const
/** Every weight constraint with its arguments; norms are taken along `axis`, 0 being all that enters one unit of a Dense. */
export const constraints: NamedTable = {
  maxNorm: { maxValue: { kind: 'float', default: 2, min: 0 }, ...normAxis },
  minMaxNorm: {
    minValue: { kind: 'float', default: 0, min: 0 },
    maxValue: { kind: 'float', default: 1, min: 0 },
    rate: { kind: 'float', default: 1, min: 0, max: 1 },
    ...normAxis,
  },
  nonNeg: {},
  unitNorm: normAxis,
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

/** The same for a layer that applies it at each of its steps, where the engine can put no layer behind. */
export const stepActivationParam = (initial: (typeof sharedActivations)[number]) =>
  ({ ...activationParam(initial), options: sharedActivations }) as const

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

const regularizerHelp = {
  en: 'Adds to the loss what large weights cost, so that they stay small.',
  ko: '큰 가중치에 벌점을 주어 손실에 더하므로 가중치가 작게 유지됩니다.',
}
const constraintHelp = {
  en: 'Brings the weights back within a limit after every step.',
  ko: '단계마다 가중치를 정해진 범위 안으로 되돌립니다.',
}
/** What keeps a kernel and a bias small: shared by all layers that have both. */
export const penaltyParams = {
  kernelRegularizer: {
    kind: 'regularizer',
    default: null,
    label: { en: 'Kernel regulariser', ko: '커널 규제' },
    help: regularizerHelp,
  },
  biasRegularizer: {
    kind: 'regularizer',
    default: null,
    label: { en: 'Bias regulariser', ko: '편향 규제' },
    help: regularizerHelp,
  },
  kernelConstraint: {
    kind: 'constraint',
    default: null,
    label: { en: 'Kernel constraint', ko: '커널 제약' },
    help: constraintHelp,
  },
  biasConstraint: {
    kind: 'constraint',
    default: null,
    label: { en: 'Bias constraint', ko: '편향 제약' },
    help: constraintHelp,
  },
} as const satisfies ParamTable

/** The axis a layer works along, counted as in Keras. */
export const axisParam = {
  kind: 'int',
  default: -1,
  min: -8,
  max: 8,
  label: { en: 'Axis', ko: '축' },
  help: {
    en: 'The axis it works along: 1 is the first axis of a row, −1 the last.',
    ko: '계산할 축입니다. 1은 행의 첫째 축, −1은 마지막 축입니다.',
  },
} as const

/** Share of the values that a layer disturbs while training. */
export const rateParam = (initial: number) =>
  ({
    kind: 'float',
    default: initial,
    min: 0,
    max: 0.99,
    required: true,
    label: { en: 'Rate', ko: '비율' },
    help: { en: 'How much is disturbed: 0 nothing.', ko: '얼마나 흔들지 정합니다. 0이면 그대로 둡니다.' },
  }) as const

/** Whether a normalised tensor gets a learned shift and a learned factor, and how both start and are kept small. */
export const scaleAndShiftParams = {
  center: {
    kind: 'bool',
    default: true,
    label: { en: 'Center', ko: '이동(beta)' },
    help: { en: 'Learns a shift for each place.', ko: '자리마다 더할 값을 학습합니다.' },
  },
  scale: {
    kind: 'bool',
    default: true,
    label: { en: 'Scale', ko: '배율(gamma)' },
    help: { en: 'Learns a factor for each place.', ko: '자리마다 곱할 값을 학습합니다.' },
  },
  betaInitializer: {
    ...biasInitializerParam,
    label: { en: 'Beta initialiser', ko: '베타 초기화' },
  },
  gammaInitializer: {
    ...biasInitializerParam,
    default: { type: 'ones' },
    label: { en: 'Gamma initialiser', ko: '감마 초기화' },
  },
  betaRegularizer: { ...penaltyParams.biasRegularizer, label: { en: 'Beta regulariser', ko: '베타 규제' } },
  gammaRegularizer: {
    ...penaltyParams.kernelRegularizer,
    label: { en: 'Gamma regulariser', ko: '감마 규제' },
  },
  betaConstraint: { ...penaltyParams.biasConstraint, label: { en: 'Beta constraint', ko: '베타 제약' } },
  gammaConstraint: {
    ...penaltyParams.kernelConstraint,
    label: { en: 'Gamma constraint', ko: '감마 제약' },
  },
} as const satisfies ParamTable

/** What a normalising layer adds to the variance. */
export const epsilonParam = {
  kind: 'float',
  default: 0.001,
  min: 1e-12,
  max: 1,
  label: { en: 'Epsilon', ko: '엡실론' },
  help: {
    en: 'Added to the variance so that nothing is divided by 0.',
    ko: '0으로 나누지 않도록 분산에 더하는 수입니다.',
  },
} as const

/** Share of the matches between queries and keys that an attention hides while training. */
export const attentionDropoutParam = {
  kind: 'float',
  default: 0,
  min: 0,
  max: 0.99,
  label: { en: 'Dropout', ko: '드롭아웃' },
  help: {
    en: 'Share of the attention weights hidden while training.',
    ko: '학습할 때 0으로 만들 어텐션 가중치의 비율입니다.',
  },
} as const
