import { ProblemError } from '../../../shared/problems.ts'
import type { PartResult } from './evaluatePart.ts'

/**
 * Throws `lossNotFinite` for a part whose losses or answers are infinite or undefined: the last updates spoilt the model,
 * which the losses of training, taken before each update, do not show yet. Steps count from 1 within the epoch.
 */
export const refuseNotFinite = (
  { loss, losses, predicted }: Pick<PartResult, 'loss' | 'losses' | 'predicted'>,
  epoch: number,
  step: number,
): void => {
  const isFine =
    [loss, ...losses].every(Number.isFinite) && predicted.every((answers) => answers.every(Number.isFinite))
  if (!isFine) throw new ProblemError('lossNotFinite', { epoch, step })
}
