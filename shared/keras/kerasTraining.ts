import type { MetricName, OptimizerSettings } from '../training.ts'

/** Keras' class and what it does when nothing else is said. */
interface KerasOptimizer {
  readonly className: string
  readonly learningRate: number
}

/** Every optimizer of a document as Keras has it. */
export const kerasOptimizers: Readonly<Record<OptimizerSettings['type'], KerasOptimizer>> = {
  sgd: { className: 'SGD', learningRate: 0.01 },
  adam: { className: 'Adam', learningRate: 0.001 },
  rmsprop: { className: 'RMSprop', learningRate: 0.001 },
  adagrad: { className: 'Adagrad', learningRate: 0.001 },
}

/** An optimizer's settings beside its learning rate, and Keras' names of them. */
export const optimizerArguments = {
  momentum: 'momentum',
  nesterov: 'nesterov',
  beta1: 'beta_1',
  beta2: 'beta_2',
  rho: 'rho',
  epsilon: 'epsilon',
} as const satisfies Partial<Record<keyof OptimizerSettings, string>>

/** Every metric of a document as Keras has it: a name, or a class with what it is to be told. */
export const kerasMetrics: Readonly<
  Record<
    MetricName,
    string | { readonly className: string; readonly config: Readonly<Record<string, unknown>> }
  >
> = {
  accuracy: 'accuracy',
  auc: { className: 'AUC', config: { name: 'auc' } },
  mae: 'mae',
  rmse: { className: 'RootMeanSquaredError', config: { name: 'rmse' } },
  r2: { className: 'R2Score', config: { name: 'r2' } },
  precision: { className: 'Precision', config: { name: 'precision' } },
  recall: { className: 'Recall', config: { name: 'recall' } },
  f1: { className: 'F1Score', config: { average: 'macro', name: 'f1' } },
}
