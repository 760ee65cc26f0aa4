import { dispose, type Scalar, type Tensor, tidy } from '@tensorflow/tfjs-core'
import type { RunnableModel } from '../compile/compile.ts'
import type { Feed } from './feed.ts'
import type { Pause } from './pacer.ts'
import { type OutputLoss, readOutputs, totalLoss } from './trainStep.ts'

/** A model's answers on some rows and how far they are off. */
export interface PartResult {
  /** Σ weight · loss(output) + regularisation, the mean over the rows. */
  readonly loss: number
  readonly losses: readonly number[]
  /** Per output, row after row. */
  readonly predicted: readonly Float32Array[]
  readonly truth: readonly Float32Array[]
}

/** What batches need to get through a model. */
export interface InputFeeds {
  readonly compiled: RunnableModel
  readonly inputs: readonly Feed[]
}
/** The same with what is true, and how much each error counts. */
export interface Feeds extends InputFeeds {
  readonly targets: readonly Feed[]
  readonly losses: readonly OutputLoss[]
  /** What the layers add to the total; nothing when absent. */
  readonly regularisation?: () => Scalar[]
}

const join = (lists: readonly Float32Array[]): Float32Array => {
  const all = new Float32Array(lists.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const list of lists) {
    all.set(list, at)
    at += list.length
  }
  return all
}

/**
 * What a model says of rows, batch after batch, without training; row after row per output. `inspect` sees each batch's
 * raw outputs; after each batch `pause` may make it wait.
 */
export const predictPart = async (
  { compiled, inputs }: InputFeeds,
  rows: Uint32Array,
  batchSize: number,
  pause: Pause,
  inspect?: (outputs: readonly Tensor[], batch: Uint32Array) => void,
): Promise<readonly Float32Array[]> => {
  const predicted: Float32Array[][] = compiled.heads.map(() => [])
  for (let start = 0; start < rows.length; start += batchSize) {
    const batch = rows.subarray(start, start + batchSize)
    const tensors = inputs.map((feed) => feed.batch(batch))
    tidy(() => {
      const outputs = compiled.execute(tensors, false)
      for (const [index, values] of readOutputs(compiled, outputs).entries()) predicted[index]?.push(values)
      inspect?.(outputs, batch)
    })
    dispose(tensors)
    const waiting = pause()
    if (waiting) await waiting
  }
  return predicted.map(join)
}

/** The same with losses and what is true of these rows. */
export const evaluatePart = async (
  feeds: Feeds,
  rows: Uint32Array,
  batchSize: number,
  pause: Pause,
): Promise<PartResult> => {
  const { targets, losses } = feeds
  const sums = new Float64Array(losses.length + 1)
  const addLosses = (outputs: readonly Tensor[], batch: Uint32Array) => {
    const y = targets.map((feed) => feed.batch(batch))
    const { total, parts } = totalLoss(outputs, y, losses, feeds.regularisation?.() ?? [])
    for (const [index, loss] of [total, ...parts].entries())
      sums[index] = (sums[index] ?? 0) + (loss.dataSync()[0] ?? Number.NaN) * batch.length
  }
  const predicted = await predictPart(feeds, rows, batchSize, pause, addLosses)
  const [loss = 0, ...parts] = [...sums].map((sum) => sum / Math.max(1, rows.length))
  const truth = targets.map((feed) => Float32Array.from(feed.values(rows)))
  return { loss, losses: parts, predicted, truth }
}
