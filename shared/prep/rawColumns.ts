import { ProblemError } from '../problems.ts'
import type { Pipeline } from '../pipeline.ts'
import type { Column } from '../table.ts'
import { columnFromCells } from './columnFromCells.ts'
import type { Fitted } from './fitted.ts'
import { stepsFor } from './steps/pipelineSteps.ts'
import { replaySteps } from './steps/takeSteps.ts'

/** Raw cells by column name; null is missing. */
type RawRow = Readonly<Record<string, string | number | null>>

/** A raw column that a trained model needs. `fitted` is its encoding, where no step changes it before. */
export interface RawColumn {
  readonly column: string
  readonly kind: Column['kind']
  readonly fitted?: Fitted
}

const kindOf = (fitted: Fitted): Column['kind'] => (fitted.kind === 'number' ? 'number' : 'text')

const neededBy = ({ steps, inputs }: Pipeline) =>
  stepsFor(
    steps?.list ?? [],
    inputs.flatMap(({ columns }) => columns.map(({ column }) => column)),
  )

/** The raw columns that a trained model's inputs need, each once: inputs' own first, then what steps read beside them. */
export const rawColumns = (pipeline: Pipeline): readonly RawColumn[] => {
  const { steps, columns } = neededBy(pipeline)
  const changed = new Set(steps.map(({ column }) => column))
  const found = new Map<string, RawColumn>()
  // A column that is a number for one input and a category for another was read as numbers.
  for (const { column, fitted } of pipeline.inputs.flatMap((input) => input.columns))
    if (!changed.has(column) && found.get(column)?.kind !== 'number')
      found.set(column, { column, kind: kindOf(fitted), fitted })
  for (const { column, kind } of pipeline.steps?.columns ?? [])
    if (columns.has(column)) found.set(column, { ...found.get(column), column, kind })
  return [...found.values()]
}

/**
 * The columns of every input from raw rows, after the steps. A row may leave a column out (missing); one that no row has
 * is a mistake: throws `columnMissing`, and `cellNotANumber` for a cell that is to be a number.
 */
export const columnsFromRaw = (pipeline: Pipeline, rows: readonly RawRow[]): Column[][] => {
  const read = (column: string, kind: Column['kind']): Column => {
    if (!rows.some((row) => Object.hasOwn(row, column))) throw new ProblemError('columnMissing', { column })
    const cells = rows.map((row) => (Object.hasOwn(row, column) ? (row[column] ?? null) : null))
    return columnFromCells(column, cells, kind)
  }
  const raw = new Map(rawColumns(pipeline).map(({ column, kind }) => [column, read(column, kind)]))
  const known = replaySteps(neededBy(pipeline).steps, raw, rows.length)
  return pipeline.inputs.map(({ columns }) =>
    columns.map(({ column }) => {
      const found = known.get(column)
      if (!found) throw new ProblemError('columnMissing', { column })
      return found
    }),
  )
}
