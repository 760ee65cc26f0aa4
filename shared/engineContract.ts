import { z } from 'zod'
import type { Problem } from './problems.ts'
import type { Project } from './project.ts'
import type { Method } from './rpc.ts'
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

export type EvaluatePlan = ModelPlan & {
  /** The run's document: how its sources join, and how its rows were divided. */
  readonly project: Project
  readonly sources: readonly StoredSource[]
  /** The run's seed, to divide the rows as it did and get its metrics part by part; without it all rows count as `test`. */
  readonly seed?: number
}
export type PredictPlan = ModelPlan & {
  readonly rows: readonly RawRow[]
  /** A row with a cell that can't be encoded gets no answers; without this it is refused with all others. */
  readonly skipBad?: boolean
  /** As a program without this app would answer: by tfjs' own executor, with no more of ours than an export carries. */
  readonly plain?: boolean
}

/** The file of an export that makes known to tfjs what it lacks; only models that need it have one. */
export const ownLayersFile = 'layers.mjs'
/** The file of an export that takes the steps before its encodings; only models that have steps need one. */
export const stepsFile = 'steps.mjs'

/** The core made the plan from a checked document: the process only makes sure that it is one. */
const plan = <P>() => z.tuple([z.custom<P>((value) => typeof value === 'object' && value !== null)])

/** Spoken between the core and the training process, over the process's message channel: serve it with `rpc.ts`. */
export const engineContract = {
  info: { kind: 'call', args: z.tuple([]) } as Method<'call', [], { engines: readonly EngineInfo[] }>,
  train: { kind: 'stream', args: plan<TrainPlan>() } as Method<'stream', [TrainPlan], TrainingEvent>,
  /** Finishes the batch under way, evaluates, saves what was learned and ends the `train` stream with `stopped: true`. */
  stop: { kind: 'call', args: z.tuple([]) } as Method<'call', [], void>,
  evaluate: { kind: 'call', args: plan<EvaluatePlan>() } as Method<
    'call',
    [EvaluatePlan],
    { metrics: RunMetrics; rows: number }
  >,
  /** The text of `layers.mjs` for a model; null when tfjs has all it needs. */
  ownLayers: { kind: 'call', args: plan<ModelPlan>() } as Method<'call', [ModelPlan], string | null>,
  predict: { kind: 'call', args: plan<PredictPlan>() } as Method<
    'call',
    [PredictPlan],
    readonly (readonly Answer[])[]
  >,
} as const
export type EngineContract = typeof engineContract

export interface EngineInfo {
  readonly id: string
  readonly title: string
  readonly available: boolean
  readonly device: string
  readonly why?: Problem
}
