import type { Answer, RawRow } from '../../../shared/engineContract.ts'
import { recordKey } from '../../../shared/names.ts'
import type { Pipeline } from '../../../shared/pipeline.ts'
import { rawColumns } from '../../../shared/prep/rawColumns.ts'
import type { PredictionRow } from '../../../shared/run.ts'
import type { EngineSession } from '../engines/engines.ts'

/** How far two scores are apart, relative above 1; infinite when one is missing or not a number. */
const differenceOf = (a: number | undefined, b: number | undefined): number => {
  if (a === undefined || b === undefined) return Number.POSITIVE_INFINITY
  if (Object.is(a, b)) return 0
  const difference = Math.abs(a - b) / Math.max(1, Math.abs(a))
  return Number.isNaN(difference) ? Number.POSITIVE_INFINITY : difference
}

const rowDifference = (expected: PredictionRow, answers: readonly Answer[]): number => {
  const differences = expected.outputs.flatMap(({ name, scores }) => {
    const found = answers.find((answer) => answer.output === name)?.scores ?? []
    return Array.from({ length: Math.max(scores.length, found.length, 1) }, (_, index) =>
      differenceOf(scores[index], found[index]),
    )
  })
  return Math.max(0, ...differences)
}

/** The raw cells of a shown row, by the columns' own names. */
const rawRow = (pipeline: Pipeline, cells: PredictionRow['inputs']): RawRow =>
  Object.fromEntries(
    rawColumns(pipeline).map(({ column }) => [column, cells[recordKey(column)] ?? null] as const),
  )

/** A shown row, behind the rows before it that its window takes. */
const windowRows = (pipeline: Pipeline, { before = [], inputs }: PredictionRow): RawRow[] =>
  [...before, inputs].map((cells) => rawRow(pipeline, cells))

/** Loads a model folder as plain tfjs does and compares its answers on known rows with those known. */
export async function proveModel(
  { client }: Pick<EngineSession, 'client'>,
  modelDir: string,
  engine: string,
  pipeline: Pipeline,
  rows: readonly PredictionRow[],
): Promise<{ readonly rows: number; readonly largestDifference: number }> {
  const windows = rows.map((row) => windowRows(pipeline, row))
  const answers = await client.predict({ modelDir, engine, plain: true, rows: windows.flat() })
  let last = -1
  const differences = rows.map((row, index) => {
    last += windows[index]?.length ?? 0
    return rowDifference(row, answers[last] ?? [])
  })
  // No rows prove nothing.
  const largestDifference = rows.length === 0 ? Number.POSITIVE_INFINITY : Math.max(...differences)
  return { rows: rows.length, largestDifference }
}
