import type { GraphAnalysis } from './infer.ts'
import type { Shape } from './layers/define.ts'
import { type SummaryRow, summaryRows } from './summary.ts'
import type { Project } from './project.ts'

const count = (value: number): string => value.toLocaleString('en')

/** A shape as Keras shows it, with the batch axis. */
const kerasShape = (shape: Shape): string => {
  const axes = [null, ...shape].map((axis) => (axis === null ? 'None' : String(axis)))
  return axes.length === 1 ? `(${axes[0]},)` : `(${axes.join(', ')})`
}

const kerasShapes = ({ shapes }: SummaryRow): string =>
  shapes.length === 0
    ? '?'
    : shapes.length === 1
      ? kerasShape(shapes[0] ?? [])
      : `[${shapes.map(kerasShape).join(', ')}]`

const megabytes = (numbers: number): string => {
  const bytes = 4 * numbers
  const units = ['B', 'KB', 'MB', 'GB', 'TB'] as const
  const power = Math.min(4, Math.floor(Math.log2(Math.max(1, bytes)) / 10))
  return `${(bytes / 1024 ** power).toFixed(2)} ${units[power]}`
}

/** The rows of each layer together: Keras lists a shared layer once, with everything it is connected to. */
const byLayer = (rows: readonly SummaryRow[]): readonly (readonly SummaryRow[])[] => {
  const layers = new Map<string, SummaryRow[]>()
  for (const row of rows) {
    const key = row.layer ?? `input ${row.id}`
    layers.set(key, [...(layers.get(key) ?? []), row])
  }
  return [...layers.values()]
}

/** The whole model as text in the manner of Keras' `summary()`; a shared layer is listed and counted once. */
export const summaryText = (project: Project, analysis: GraphAnalysis): string => {
  const head = ['Layer (type)', 'Output Shape', 'Param #', 'Connected to']
  const lines = byLayer(summaryRows(project, analysis)).flatMap((calls) => {
    const [first] = calls
    if (!first) return []
    const from = calls.flatMap((call) => call.from)
    const parameters = calls.reduce((sum, call) => sum + call.parameters, 0)
    const cells = [`${first.name} (${first.type})`, kerasShapes(first), count(parameters), from[0] ?? '-']
    return [cells, ...from.slice(1).map((name) => ['', '', '', name])]
  })
  const widths = head.map((title, column) =>
    Math.max(title.length, ...lines.map((line) => line[column]?.length ?? 0)),
  )
  const total = widths.reduce((sum, width) => sum + width + 2, 0)
  const row = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell.padEnd((widths[column] ?? 0) + 2))
      .join('')
      .trimEnd()
  const { total: all, trainable } = analysis.parameters
  return [
    `Model: "${project.name}"`,
    '_'.repeat(total),
    row(head),
    '='.repeat(total),
    ...lines.map(row),
    '='.repeat(total),
    `Total params: ${count(all)} (${megabytes(all)})`,
    `Trainable params: ${count(trainable)} (${megabytes(trainable)})`,
    `Non-trainable params: ${count(all - trainable)} (${megabytes(all - trainable)})`,
    '_'.repeat(total),
    '',
  ].join('\n')
}

/** A cell that table programs take for text, whatever it begins with. */
const csvCell = (text: string): string => {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** The summary as CSV, a row a call. */
export const summaryCsv = (project: Project, analysis: GraphAnalysis): string =>
  [
    ['Layer', 'Type', 'Output shape', 'Parameters', 'Connected to', 'FLOPs', 'Memory (bytes)'],
    ...summaryRows(project, analysis).map((row) => [
      row.name,
      row.type,
      kerasShapes(row),
      String(row.parameters),
      row.from.join(', '),
      String(row.flops),
      String(row.memoryBytes),
    ]),
  ]
    .map((cells) => `${cells.map(csvCell).join(',')}\r\n`)
    .join('')
