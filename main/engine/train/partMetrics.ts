import { computeMetrics } from '../../../shared/metrics.ts'
import type { Pipeline } from '../../../shared/pipeline.ts'
import { fittedTargetKind, fittedTargetUnits, targetMetrics } from '../../../shared/losses.ts'
import type { Fitted } from '../../../shared/prep/fitted.ts'
import { type MetricName, metricNames } from '../../../shared/training.ts'
import type { PartResult } from './evaluatePart.ts'

/** Every metric that suits a fitted target. */
const fitting = (fitted: Fitted): readonly MetricName[] => {
  const kind = fittedTargetKind(fitted)
  return kind ? targetMetrics[kind] : []
}

/** Loss and metrics of each output on one part: those the document asks for, or every one that suits the target. */
export const partMetrics = (
  { outputs }: Pipeline,
  { losses, predicted, truth }: Omit<PartResult, 'loss'>,
  which: 'asked' | 'all',
): Record<string, Record<string, number>> =>
  Object.fromEntries(
    outputs.map(({ name, metrics, target: { fitted } }, index) => {
      const suited = fitting(fitted)
      const names = metricNames.filter(
        (metric) => suited.includes(metric) && (which === 'all' || metrics.includes(metric)),
      )
      const [said = new Float32Array(), y = new Float32Array()] = [predicted[index], truth[index]]
      const width = fittedTargetUnits(fitted)
      const values = computeMetrics(names, { predicted: said, width, truth: y, fitted })
      return [name, { loss: losses[index] ?? Number.NaN, ...values }]
    }),
  )
