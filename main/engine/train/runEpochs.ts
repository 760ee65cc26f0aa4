import type { TrainingEvent, TrainPlan } from '../../../shared/engineContract.ts'
import { createRandom } from '../../../shared/prep/random.ts'
import type { EpochRecord } from '../../../shared/run.ts'
import type { EngineHost } from '../host.ts'
import { createEarlyStopping } from './earlyStopping.ts'
import { evaluatePart } from './evaluatePart.ts'
import { learningRate } from './learningRate.ts'
import { createOptimizer } from './optimizer.ts'
import type { Pause } from './pacer.ts'
import { refuseNotFinite } from './refuseNotFinite.ts'
import { partMetrics } from './partMetrics.ts'
import type { PreparedRun } from './prepareRun.ts'
import { createStepReporter } from './stepReporter.ts'
import { trainEpoch } from './trainEpoch.ts'
import { createUpdater } from './updateWeights.ts'

/** Set to end a run early: the batch under way is finished, the model evaluated and kept. */
export interface StopSwitch {
  requested: boolean
}

/** What came of all epochs. */
export interface Trained {
  readonly epochs: number
  /** Of the last epoch. */
  readonly steps: number
  /** Spent on training and validation. */
  readonly seconds: number
  /** Training rows seen, counted once an epoch. */
  readonly rows: number
  readonly bestEpoch: number | undefined
}

/** Trains epoch after epoch, yielding losses and epoch records, until the last, an early stop or the switch. */
export async function* runEpochs(
  plan: TrainPlan,
  { data, feeds, learningLosses, compiled }: PreparedRun,
  host: EngineHost,
  stop: StopSwitch,
  pause: Pause,
): AsyncGenerator<TrainingEvent, Trained> {
  const { training } = plan.project
  const { parts, pipeline } = data
  const order = parts.train.slice()
  const batchSize = plan.batchSize === 'all' ? order.length : plan.batchSize
  const random = createRandom(plan.seed, 'order')
  const reporter = createStepReporter(Math.ceil(order.length / batchSize), host.memoryBytes)
  const early = createEarlyStopping(training, compiled.weights)
  const fixed = {
    ...feeds,
    losses: learningLosses,
    update: createUpdater(compiled.weights, createOptimizer(training.optimizer)),
    learningRate: (step: number) => learningRate(training, step),
    wantsOutputs: pipeline.outputs.some(({ metrics }) => metrics.length > 0),
    isStopped: () => stop.requested,
    order,
    batchSize,
    reporter,
    pause,
  }
  let [epoch, steps, firstStep, rows, seconds] = [0, 0, 0, 0, 0]
  for (let isOver = false; epoch < plan.epochs && !isOver && !stop.requested; ) {
    epoch++
    const start = Date.now()
    random.shuffle(order)
    const result = yield* trainEpoch({ ...fixed, epoch, firstStep })
    steps = result.steps
    firstStep += steps
    rows += result.rows
    const validation = parts.validation.length
      ? await evaluatePart(feeds, parts.validation, batchSize, pause)
      : null
    if (validation) refuseNotFinite(validation, epoch, steps)
    const took = (Date.now() - start) / 1000
    seconds += took
    const record: EpochRecord = {
      epoch,
      learningRate: learningRate(training, firstStep - 1),
      seconds: took,
      train: { loss: result.loss, outputs: partMetrics(pipeline, result, 'asked') },
    }
    if (validation)
      record.validation = { loss: validation.loss, outputs: partMetrics(pipeline, validation, 'asked') }
    const event = reporter.isDue() ? reporter.take(epoch) : null
    if (event) yield event
    yield { kind: 'epoch', record }
    isOver = early.isOver(epoch, validation?.loss ?? result.loss)
  }
  const event = reporter.take(epoch)
  if (event) yield event
  return { epochs: epoch, steps, seconds, rows, bestEpoch: early.finish() }
}
