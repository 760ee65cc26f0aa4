import { dispose, tensor } from '@tensorflow/tfjs-core'
import type { TrainingSettings } from '../../../shared/training.ts'
import type { Weight } from '../compile/compile.ts'

/** Copies of weights, to go back to. */
const snapshot = (weights: readonly Weight[]): Float32Array[] =>
  weights.map(({ variable }) => Float32Array.from(variable.dataSync<'float32'>()))

const restore = (weights: readonly Weight[], values: readonly Float32Array[]) => {
  for (const [index, { variable, shape }] of weights.entries()) {
    const kept = values[index]
    if (!kept) continue
    const fresh = tensor(kept, [...shape])
    variable.assign(fresh)
    dispose(fresh)
  }
}

/**
 * Watches a loss, epoch after epoch: says stop when it has not fallen for `patience` epochs, and gives the best weights
 * back at the end. Does nothing when the document asks for no early stopping.
 */
export const createEarlyStopping = ({ callbacks }: TrainingSettings, weights: readonly Weight[]) => {
  const settings = callbacks.find(({ type }) => type === 'earlyStopping')
  let best = { loss: Number.POSITIVE_INFINITY, epoch: 0, weights: [] as Float32Array[] }
  return {
    /** Whether training is to end after this epoch. */
    isOver(epoch: number, loss: number): boolean {
      if (!settings) return false
      if (loss < best.loss) best = { loss, epoch, weights: settings.restoreBest ? snapshot(weights) : [] }
      return epoch - best.epoch >= settings.patience
    },
    /** Puts the best weights back; returns the epoch they are of, if any were kept. */
    finish(): number | undefined {
      if (best.weights.length === 0) return undefined
      restore(weights, best.weights)
      return best.epoch
    },
  }
}
