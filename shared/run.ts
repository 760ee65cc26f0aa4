import { z } from 'zod'
import { pipelineSchema } from './pipeline.ts'
import { projectSchema } from './project.ts'

export const runStates = ['queued', 'running', 'done', 'stopped', 'interrupted', 'failed'] as const
export type RunState = (typeof runStates)[number]
export const partNames = ['train', 'validation', 'test'] as const
export type PartName = (typeof partNames)[number]

/** Metric values of one output on one part of the rows, by metric name; `loss` is always among them. */
export const outputMetricsSchema = z.record(z.string(), z.number())
/** Per part, per output. A part without rows is absent. */
export const metricsSchema = z.partialRecord(z.enum(partNames), z.record(z.string(), outputMetricsSchema))
export type RunMetrics = z.infer<typeof metricsSchema>

/** One epoch, a line of metrics.jsonl. `loss` is Σ lossWeight · loss(output) + regularisation. */
export const epochSchema = z.looseObject({
  epoch: z.int(),
  /** Learning rate at the end of the epoch. */
  learningRate: z.number(),
  seconds: z.number(),
  train: z.looseObject({ loss: z.number(), outputs: z.record(z.string(), outputMetricsSchema) }),
  validation: z
    .looseObject({ loss: z.number(), outputs: z.record(z.string(), outputMetricsSchema) })
    .optional(),
})
export type EpochRecord = z.infer<typeof epochSchema>

/** One raw row with what the model says of it, as shown after training. */
export const predictionRowSchema = z.looseObject({
  row: z.int(),
  part: z.enum(partNames),
  /** Raw cells of the input columns; null is missing. */
  inputs: z.record(z.string(), z.string().nullable()),
  /** For models with windows: the same of the rows before it, the oldest first. */
  before: z.array(z.record(z.string(), z.string().nullable())).optional(),
  outputs: z.array(
    z.looseObject({
      name: z.string(),
      target: z.string().nullable(),
      predicted: z.string(),
      scores: z.array(z.number()),
    }),
  ),
})
export type PredictionRow = z.infer<typeof predictionRowSchema>

export const runResultSchema = z.looseObject({
  epochs: z.int(),
  bestEpoch: z.int().optional(),
  seconds: z.number(),
  samplesPerSecond: z.number(),
  parameters: z.looseObject({ total: z.number(), trainable: z.number() }),
  rows: z.looseObject({ train: z.number(), validation: z.number(), test: z.number(), dropped: z.number() }),
  metrics: metricsSchema,
  predictions: z.array(predictionRowSchema),
  pipeline: pipelineSchema,
})
export type RunResult = z.infer<typeof runResultSchema>

/** `run.json`: everything needed to explain and repeat a run. */
export const runSchema = z.looseObject({
  format: z.literal(1),
  id: z.string(),
  number: z.int(),
  state: z.enum(runStates),
  createdAt: z.string(),
  finishedAt: z.string().optional(),
  document: projectSchema,
  seed: z.int(),
  engine: z.looseObject({ id: z.string(), device: z.string() }),
  versions: z.record(z.string(), z.string()),
  data: z.array(z.looseObject({ source: z.string(), file: z.string(), sha256: z.string(), rows: z.int() })),
  result: runResultSchema.optional(),
  problem: z
    .looseObject({
      code: z.string(),
      values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    })
    .optional(),
})
export type Run = z.infer<typeof runSchema>

/** What a list of runs shows. */
export interface RunSummary {
  readonly id: string
  readonly number: number
  readonly state: RunState
  readonly createdAt: string
  readonly epochs: number
  readonly loss: number | null
  readonly engine: string
  readonly seed: number
}
