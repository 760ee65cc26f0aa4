import { dispose } from '@tensorflow/tfjs-core'
import type { StepEvent } from '../../../shared/engineContract.ts'
import { ProblemError } from '../../../shared/problems.ts'
import type { CompiledModel } from '../compile/compile.ts'
import type { Feeds, PartResult } from './evaluatePart.ts'
import { type BatchResult, trainStep } from './trainStep.ts'
import type { Pause } from './pacer.ts'
import type { StepReporter } from './stepReporter.ts'
import type { createUpdater } from './updateWeights.ts'

/** What one epoch needs. */
export interface EpochPlan extends Feeds {
  readonly compiled: CompiledModel
  readonly update: ReturnType<typeof createUpdater>
  /** The learning rate of a step of the run, from 0. */
  readonly learningRate: (step: number) => number
  /** Rows in the order of this epoch. */
  readonly order: Uint32Array
  readonly batchSize: number
  readonly epoch: number
  readonly firstStep: number
  /** Outputs are kept for the metrics of the epoch. */
  readonly wantsOutputs: boolean
  readonly isStopped: () => boolean
  readonly reporter: StepReporter
  readonly pause: Pause
}
/** Running losses of an epoch, each step's before its update, and the rows they are of (fewer when it was stopped). */
export interface EpochResult extends PartResult {
  readonly steps: number
  readonly rows: number
}

const runStep = (plan: EpochPlan, batch: Uint32Array, step: number): BatchResult => {
  const { compiled, inputs, targets, losses, update, wantsOutputs } = plan
  const [x, y] = [inputs.map((feed) => feed.batch(batch)), targets.map((feed) => feed.batch(batch))]
  const rate = plan.learningRate(step)
  const result = trainStep(compiled, x, y, losses, (gradients) => update(gradients, rate), wantsOutputs)
  dispose([...x, ...y])
  if (!Number.isFinite(result.losses[0]))
    throw new ProblemError('lossNotFinite', { epoch: plan.epoch, step: step - plan.firstStep + 1 })
  return result
}

/** Predictions of all outputs in the order of the epoch, for its metrics. */
const createCollector = (plan: EpochPlan) => {
  const all: (Float32Array | null)[] = plan.losses.map(() => null)
  return {
    add({ predicted }: BatchResult, start: number, batch: Uint32Array) {
      for (const [index, values] of predicted.entries()) {
        const width = values.length / batch.length
        const into = (all[index] ??= new Float32Array(plan.order.length * width))
        into.set(values, start * width)
      }
    },
    take: (rows: number) =>
      all.map(
        (values) => values?.subarray(0, (values.length / plan.order.length) * rows) ?? new Float32Array(),
      ),
  }
}

/**
 * One pass over the training rows; the last batch may be small. Yields the losses of its steps as they become due. Throws
 * `lossNotFinite` before any weight is spoilt.
 */
export async function* trainEpoch(plan: EpochPlan): AsyncGenerator<StepEvent, EpochResult> {
  const { order, batchSize, reporter, epoch, firstStep } = plan
  const sums = new Float64Array(plan.losses.length + 1)
  const collector = createCollector(plan)
  let [steps, rows] = [0, 0]
  for (let start = 0; start < order.length && !(steps > 0 && plan.isStopped()); start += batchSize) {
    const batch = order.subarray(start, start + batchSize)
    const result = runStep(plan, batch, firstStep + steps)
    for (const [index, loss] of result.losses.entries())
      sums[index] = (sums[index] ?? 0) + loss * batch.length
    if (plan.wantsOutputs) collector.add(result, start, batch)
    steps++
    rows += batch.length
    reporter.add(result.losses, batch.length)
    const event = reporter.isDue() ? reporter.take(epoch) : null
    if (event) yield event
    const waiting = plan.pause()
    if (waiting) await waiting
  }
  const [loss = 0, ...losses] = [...sums].map((sum) => sum / rows)
  const seen = order.subarray(0, rows)
  const truth = plan.wantsOutputs ? plan.targets.map((feed) => Float32Array.from(feed.values(seen))) : []
  return { loss, losses, predicted: collector.take(rows), truth, steps, rows }
}
