import type { Problem } from './problems.ts'
import type { Project } from './project.ts'
import type { EpochRecord, RunMetrics, RunResult } from './run.ts'

/** Where the engine process finds parsed columns: a folder of the column store for each data source. */
export interface StoredSource {
  readonly source: string
  readonly dir: string
}

/** One run, whole: the training process needs nothing else. Paths are for the process's host, never for the engine proper. */
export interface TrainPlan {
  readonly project: Project
  readonly sources: readonly StoredSource[]
  readonly engine: string
  readonly seed: number
  readonly epochs: number
  readonly batchSize: number | 'all'
  /** The run's folder; weights and checkpoints go below it. */
  readonly runDir: string
}

/** Losses of steps since the last event, interleaved: total, then one per output in order. */
export interface StepEvent {
  readonly kind: 'steps'
  readonly epoch: number
  /** Number of the first step in `losses`, counted over the run from 0. */
  readonly firstStep: number
  readonly stepsPerEpoch: number
  readonly losses: Float32Array
  readonly samplesPerSecond: number
  readonly memoryBytes: number
}
export type TrainingEvent =
  | {
      readonly kind: 'started'
      readonly engine: { readonly id: string; readonly device: string }
      readonly outputs: readonly string[]
      readonly parameters: { readonly total: number; readonly trainable: number }
      readonly rows: {
        readonly train: number
        readonly validation: number
        readonly test: number
        readonly dropped: number
      }
      readonly stepsPerEpoch: number
    }
  | StepEvent
  | { readonly kind: 'epoch'; readonly record: EpochRecord }
  | { readonly kind: 'finished'; readonly stopped: boolean; readonly result: RunResult }

/** A trained model to answer with: its folder holds model.json, weights.bin and layerloom.json. */
export interface ModelPlan {
  readonly modelDir: string
  readonly engine: string
}
/** Raw cells by column name; null is missing. */
export type RawRow = Readonly<Record<string, string | number | null>>

/** What one output says of one row. `scores` are the model's raw outputs; `value` is decoded: the class name or the number. */
export interface Answer {
  readonly output: string
  readonly value: string | number
  readonly scores: readonly number[]
}

/** Spoken between the core and the training process, over the process's message channel. */
export interface EngineContract {
  info(): Promise<{ engines: readonly EngineInfo[] }>
  train(plan: TrainPlan): AsyncIterable<TrainingEvent>
  /** Finishes the batch under way, evaluates, saves what was learned and ends the `train` stream with `stopped: true`. */
  stop(): Promise<void>
  evaluate(
    plan: ModelPlan & { sources: readonly StoredSource[] },
  ): Promise<{ metrics: RunMetrics; rows: number }>
  predict(plan: ModelPlan & { rows: readonly RawRow[] }): Promise<readonly (readonly Answer[])[]>
}

export interface EngineInfo {
  readonly id: string
  readonly title: string
  readonly available: boolean
  readonly device: string
  readonly why?: Problem
}
