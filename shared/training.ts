import { z } from 'zod'

/** Loss names as in Keras. Words and formulas live in losses.ts. */
export const lossNames = [
  'meanSquaredError',
  'meanAbsoluteError',
  'binaryCrossentropy',
  'categoricalCrossentropy',
  'sparseCategoricalCrossentropy',
] as const
export type LossName = (typeof lossNames)[number]
export const metricNames = ['accuracy', 'auc', 'mae', 'rmse', 'r2', 'precision', 'recall', 'f1'] as const
export type MetricName = (typeof metricNames)[number]

export const optimizerSchema = z.looseObject({
  type: z.enum(['sgd', 'adam', 'rmsprop', 'adagrad']).default('adam'),
  learningRate: z.number().positive().max(1000).default(0.001),
  momentum: z.number().min(0).lt(1).optional(),
  nesterov: z.boolean().optional(),
  beta1: z.number().min(0).lt(1).optional(),
  beta2: z.number().min(0).lt(1).optional(),
  rho: z.number().min(0).lt(1).optional(),
  epsilon: z.number().positive().optional(),
})
export type OptimizerSettings = z.infer<typeof optimizerSchema>

export const scheduleSchema = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('constant') }),
  /** Keras' old `decay`: learningRate / (1 + decay · step). */
  z.looseObject({ type: z.literal('inverseTime'), decay: z.number().min(0) }),
  z.looseObject({
    type: z.literal('exponential'),
    decayRate: z.number().positive(),
    decaySteps: z.int().min(1),
  }),
])

export const callbackSchema = z.discriminatedUnion('type', [
  z.looseObject({
    type: z.literal('earlyStopping'),
    patience: z.int().min(1).max(100_000),
    restoreBest: z.boolean().default(true),
  }),
])

const partValues = z.array(z.string()).max(10_000)
/**
 * How rows are divided. Shares are of the rows (or of the groups when `group` alone is given); what is left trains. A
 * source of test rows is the test part whatever stands here.
 */
export const splitSchema = z.looseObject({
  validation: z.number().min(0).max(0.9).default(0.15),
  test: z.number().min(0).max(0.9).default(0.15),
  shuffle: z.boolean().default(true),
  /** Keeps the share of each value of this column the same in every part. */
  stratify: z.string().optional(),
  /** Rows with the same value of this column stay together. */
  group: z.string().optional(),
  /** Rows in the order of this column: the oldest train, the newest test. Nothing is shuffled or stratified. */
  order: z.string().optional(),
  /** The column that says which part a row is in, by its values; every other value trains. Goes before all else. */
  column: z
    .looseObject({ name: z.string(), validation: partValues.default([]), test: partValues.default([]) })
    .optional(),
})
export type SplitSettings = z.infer<typeof splitSchema>

export const trainingSchema = z.looseObject({
  split: splitSchema.prefault({}),
  epochs: z.int().min(1).max(1_000_000).default(20),
  batchSize: z.union([z.int().min(1).max(10_000_000), z.literal('all')]).default(32),
  optimizer: optimizerSchema.prefault({}),
  schedule: scheduleSchema.prefault({ type: 'constant' }),
  callbacks: z.array(callbackSchema).max(20).default([]),
  seed: z.int().min(0).max(0xffff_ffff).default(1),
  /** `auto` or an engine's id. */
  engine: z.string().max(40).default('auto'),
})
export type TrainingSettings = z.infer<typeof trainingSchema>
