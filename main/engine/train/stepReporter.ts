import type { StepEvent } from '../../../shared/engineContract.ts'

/** Collects the losses of steps into at most ten events a second. */
export interface StepReporter {
  /** The total and each output's loss of one step over this many rows. */
  readonly add: (losses: readonly number[], rows: number) => void
  readonly isDue: () => boolean
  /** The steps since the last event, or null when there were none. */
  readonly take: (epoch: number) => StepEvent | null
}

const every = 100

/** A reporter for a run of this many steps an epoch. */
export const createStepReporter = (stepsPerEpoch: number, memoryBytes: () => number): StepReporter => {
  let losses: number[] = []
  let [firstStep, step, rows, last] = [0, 0, 0, Date.now()]
  return {
    add(stepLosses, stepRows) {
      for (const loss of stepLosses) losses.push(loss)
      step++
      rows += stepRows
    },
    isDue: () => Date.now() - last >= every,
    take(epoch) {
      if (step === firstStep) return null
      const now = Date.now()
      const event: StepEvent = {
        kind: 'steps',
        epoch,
        firstStep,
        stepsPerEpoch,
        losses: Float32Array.from(losses),
        samplesPerSecond: (1000 * rows) / Math.max(1, now - last),
        memoryBytes: memoryBytes(),
      }
      losses = []
      rows = 0
      firstStep = step
      last = now
      return event
    },
  }
}
