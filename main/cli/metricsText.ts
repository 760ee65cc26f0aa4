import { partNames, type RunMetrics } from '../../shared/run.ts'
import { figure, table } from './report.ts'

/** Metrics as a table for people: a line for each part and output. */
export function metricsText(metrics: RunMetrics): string {
  const rows = partNames.flatMap((part) =>
    Object.entries(metrics[part] ?? {}).map(([output, values]) => ({ part, output, values })),
  )
  const names = [...new Set(rows.flatMap(({ values }) => Object.keys(values)))]
  const cell = (value: number | undefined) => (value === undefined ? '' : figure(value))
  return table([
    ['Part', 'Output', ...names],
    ...rows.map(({ part, output, values }) => [part, output, ...names.map((name) => cell(values[name]))]),
  ])
}
