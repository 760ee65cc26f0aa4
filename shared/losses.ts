import type { Shape } from './layers/define.ts'
import type { Problem } from './problems.ts'
import type { TargetEncoding } from './prep/encoding.ts'
import type { Fitted } from './prep/fitted.ts'
import type { OutputSpec } from './project.ts'
import { type LossName, lossNames, type MetricName } from './training.ts'
import type { Words } from './words.ts'

/** What a target looks like to a loss: one number, 0 or 1, a one-hot row, the number of a class, or a 0 or 1 a label. */
export type TargetKind = 'number' | 'binary' | 'onehot' | 'index' | 'labels'

/** One loss: what it is, and what it asks of the target and of the layer before the output. */
export interface LossDefinition {
  readonly title: Words
  readonly help: Words
  /** LaTeX; y is the target, ŷ the prediction, n the values of one row, k the number of classes. */
  readonly formula: string
  readonly targets: readonly TargetKind[]
  /** Last activations it makes sense with; any when absent. */
  readonly activations?: readonly string[]
  /** Smallest size of the output's last axis. */
  readonly minUnits: number
}

/** Every loss by its Keras name. */
export const losses: Readonly<Record<LossName, LossDefinition>> = {
  meanSquaredError: {
    title: { en: 'Mean squared error', ko: '평균 제곱 오차(MSE)' },
    help: {
      en: 'For numbers; large errors weigh most.',
      ko: '숫자를 예측할 때 씁니다. 큰 오차에 더 큰 벌을 줍니다.',
    },
    formula: '\\frac{1}{n}\\sum_i (y_i - \\hat{y}_i)^2',
    targets: ['number', 'binary', 'onehot', 'labels'],
    minUnits: 1,
  },
  meanAbsoluteError: {
    title: { en: 'Mean absolute error', ko: '평균 절대 오차(MAE)' },
    help: {
      en: 'For numbers; outliers weigh less.',
      ko: '숫자를 예측할 때 씁니다. 이상치의 영향을 덜 받습니다.',
    },
    formula: '\\frac{1}{n}\\sum_i |y_i - \\hat{y}_i|',
    targets: ['number', 'binary', 'onehot', 'labels'],
    minUnits: 1,
  },
  binaryCrossentropy: {
    title: { en: 'Binary crossentropy', ko: '이진 교차 엔트로피' },
    help: {
      en: 'For yes or no, and for several labels at once; each output is a probability.',
      ko: '예/아니요나 여러 레이블을 한꺼번에 예측할 때 씁니다. 출력은 각각 확률입니다.',
    },
    formula: '-\\frac{1}{n}\\sum_i \\left(y_i \\log \\hat{y}_i + (1 - y_i) \\log(1 - \\hat{y}_i)\\right)',
    targets: ['binary', 'onehot', 'labels'],
    activations: ['sigmoid'],
    minUnits: 1,
  },
  categoricalCrossentropy: {
    title: { en: 'Categorical crossentropy', ko: '범주형 교차 엔트로피' },
    help: {
      en: 'For one of several classes, one-hot; the outputs are probabilities that sum to 1.',
      ko: '여러 범주 가운데 하나를 예측할 때 씁니다(원-핫). 출력은 합이 1인 확률입니다.',
    },
    formula: '-\\sum_{j=1}^{k} y_j \\log \\hat{y}_j',
    targets: ['onehot'],
    activations: ['softmax'],
    minUnits: 2,
  },
  sparseCategoricalCrossentropy: {
    title: { en: 'Sparse categorical crossentropy', ko: '희소 범주형 교차 엔트로피' },
    help: {
      en: 'The same for classes given by their number: saves memory with many classes.',
      ko: '범주를 번호로 나타낼 때 쓰는 교차 엔트로피입니다. 범주가 많을 때 메모리를 아낍니다.',
    },
    formula: '-\\log \\hat{y}_{y}',
    targets: ['index'],
    activations: ['softmax'],
    minUnits: 2,
  },
}

/** What a target looks like to a loss. */
export const targetKind = (target: TargetEncoding): TargetKind =>
  target.kind === 'classes' ? target.as : target.kind

/** The same of a fitted target; null for an encoding that is none. */
export const fittedTargetKind = (fitted: Fitted): TargetKind | null => {
  if (fitted.kind === 'classes') return fitted.as
  return fitted.kind === 'number' || fitted.kind === 'binary' || fitted.kind === 'labels' ? fitted.kind : null
}

/** Values the output must have for this fitted target. */
export const fittedTargetUnits = (fitted: Fitted): number =>
  fitted.kind === 'classes' || fitted.kind === 'labels' ? fitted.categories.length : 1

/** Values the output must have for this target; null when the classes are only known from the data. */
export const targetUnits = (target: TargetEncoding): number | null =>
  target.kind === 'classes' || target.kind === 'labels' ? (target.categories?.length ?? null) : 1

/** Loss, last activation and metrics that suit a kind of target. */
export interface TargetDefaults {
  readonly loss: LossName
  readonly activation: 'linear' | 'sigmoid' | 'softmax'
  readonly metrics: readonly MetricName[]
}

const classDefaults = { activation: 'softmax', metrics: ['accuracy', 'f1'] } as const
/** What an output gets when nothing else is asked for, by its target. */
export const targetDefaults: Readonly<Record<TargetKind, TargetDefaults>> = {
  number: { loss: 'meanSquaredError', activation: 'linear', metrics: ['r2', 'mae', 'rmse'] },
  binary: { loss: 'binaryCrossentropy', activation: 'sigmoid', metrics: ['accuracy', 'auc', 'f1'] },
  onehot: { loss: 'categoricalCrossentropy', ...classDefaults },
  index: { loss: 'sparseCategoricalCrossentropy', ...classDefaults },
  labels: { loss: 'binaryCrossentropy', activation: 'sigmoid', metrics: ['accuracy', 'f1'] },
}

/** Metrics that make sense for a kind of target. */
export const targetMetrics: Readonly<Record<TargetKind, readonly MetricName[]>> = {
  number: ['r2', 'mae', 'rmse'],
  binary: ['accuracy', 'auc', 'precision', 'recall', 'f1', 'mae', 'rmse'],
  onehot: ['accuracy', 'precision', 'recall', 'f1'],
  index: ['accuracy', 'precision', 'recall', 'f1'],
  labels: ['accuracy', 'precision', 'recall', 'f1'],
}

/** The name as a known loss, or null. */
export const asLossName = (name: string): LossName | null => lossNames.find((known) => known === name) ?? null

/** Activations that never go below 0, where targets scaled around their mean are. */
const neverNegative: ReadonlySet<string> = new Set([
  'relu',
  'relu6',
  'sigmoid',
  'hardSigmoid',
  'softplus',
  'exponential',
])

/** Whether what leaves this activation can be the numbers of this target at all. A softmax over numbers gives shares of 1. */
const reaches = (activation: string, target: TargetEncoding): boolean =>
  target.kind !== 'number' ||
  (activation !== 'softmax' && !(neverNegative.has(activation) && target.scale === 'standard'))

/** What does not fit between a loss, the target (if there is one), the output's shape and its last activation (if known). */
export const lossProblems = (
  loss: LossName,
  target: TargetEncoding | undefined,
  shape: Shape,
  activation: string | null,
): readonly Problem[] => {
  const { targets, activations, minUnits } = losses[loss]
  const problems: Problem[] = []
  const kind = target && targetKind(target)
  if (kind && !targets.includes(kind))
    problems.push({ code: 'lossContradictsTarget', values: { loss, target: kind } })
  const found = `[${shape.map((axis) => axis ?? '?').join(', ')}]`
  const units = target ? targetUnits(target) : null
  const last = shape.at(-1)
  if (target && (shape.length !== 1 || (units !== null && last !== units))) {
    problems.push({ code: 'targetShapeMismatch', values: { needed: `[${units ?? '?'}]`, found } })
  } else if (last === undefined || (last !== null && last < minUnits)) {
    problems.push({ code: 'lossNeedsShape', values: { loss, needed: minUnits, found } })
  }
  if (activation !== null && activations && !activations.includes(activation)) {
    problems.push({
      code: 'activationContradictsLoss',
      values: { loss, activation, needed: activations.join(', ') },
    })
  }
  const reachable = activation === null || !target || reaches(activation, target)
  if (!reachable) {
    problems.push({ code: 'activationContradictsTarget', values: { activation, target: targetKind(target) } })
  }
  return problems
}

/** The loss an output trains with: its own, or the one its target suggests. */
export const effectiveLoss = ({ loss, target }: OutputSpec): string | null =>
  loss ?? (target ? targetDefaults[targetKind(target.encoding)].loss : null)
