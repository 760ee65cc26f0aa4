import type { TrainingSettings } from '../../../shared/training.ts'

/** The learning rate of a step, counted over the run from 0, as Keras' schedules compute it. */
export const learningRate = (
  { optimizer, schedule }: Pick<TrainingSettings, 'optimizer' | 'schedule'>,
  step: number,
): number => {
  switch (schedule.type) {
    case 'constant':
      return optimizer.learningRate
    case 'inverseTime':
      return optimizer.learningRate / (1 + schedule.decay * step)
    case 'exponential':
      return optimizer.learningRate * schedule.decayRate ** (step / schedule.decaySteps)
  }
}
