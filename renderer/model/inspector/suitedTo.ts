import { asLossName, losses, targetDefaults, targetKind, targetMetrics } from '../../../shared/losses.ts'
import type { OutputSpec } from '../../../shared/project.ts'

/**
 * The loss and metrics of an output after its target became another: those that still fit are kept, others give way to
 * what suits the target.
 */
export const suitedTo = (
  target: NonNullable<OutputSpec['target']>,
  { loss, metrics }: Pick<OutputSpec, 'loss' | 'metrics'>,
): Pick<OutputSpec, 'target' | 'loss' | 'metrics'> => {
  const kind = targetKind(target.encoding)
  const known = asLossName(loss ?? '')
  const fitsLoss = known !== null && losses[known].targets.includes(kind)
  const fitting = metrics?.filter((name) => targetMetrics[kind].some((metric) => metric === name))
  return {
    target,
    loss: fitsLoss ? loss : targetDefaults[kind].loss,
    metrics: fitting?.length ? fitting : [...targetDefaults[kind].metrics],
  }
}
