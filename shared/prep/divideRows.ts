import { ProblemError } from '../problems.ts'
import type { Project } from '../project.ts'
import type { Column, Table } from '../table.ts'
import type { SplitSettings } from '../training.ts'
import { type ColumnName, joinSources, keyInJoin, type SourceReader } from './joinSources.ts'
import { type Parts, splitRows } from './splitRows.ts'
import { activeSteps, madeColumns, neededSteps, effectOf } from './steps/activeSteps.ts'
import type { FittedStep } from './steps/fittedStep.ts'
import { type PipelineSteps, pipelineSteps } from './steps/pipelineSteps.ts'
import type { NamedColumns } from './steps/stepKind.ts'
import { divideSequence } from './windows/divideSequence.ts'
import { type Sequence, sequenceOf, sequenceSplit } from './windows/sequenceOf.ts'
import type { Timeline } from './windows/timeline.ts'
import { chooseRows, learnSteps, replaySteps, selectRows, type StepChange } from './steps/takeSteps.ts'

/** The rows of a project's joined table, divided, with a way to find a column of the document in it. */
export interface DividedRows {
  readonly table: Table
  readonly parts: Parts
  /** The rows to learn from: all of the training part, also those without a whole window. */
  readonly learning: Uint32Array
  /** The order of time; null when every row stands for itself. */
  readonly timeline: Timeline | null
  /** What a pipeline says of the steps, learned from the training rows. */
  readonly steps: { steps?: PipelineSteps }
  /** The row of the joined table that a row of this one is. */
  readonly rowOf: (row: number) => number
  /** A column as it was before the steps, by the name that steps have for it. */
  readonly rawOf: (column: string) => Column | undefined
  /** How many rows the steps left out. */
  readonly excluded: number
  /** Under what name a column that was asked for stands in the table. */
  readonly keyOf: (use: ColumnName) => string
  /** Throws `columnMissing`. */
  readonly columnOf: (use: ColumnName) => Column
}

/** Columns that decide which part a row is in. */
const ruling = ({ stratify, group, order, column }: SplitSettings): ColumnName[] => {
  const names = column ? [column.name] : [order ?? stratify, group]
  return names.flatMap((name) => (name === undefined ? [] : [{ column: name }]))
}

/** Columns that order the rows of a sequence. */
const ordering = (sequence: Sequence | null): ColumnName[] =>
  [sequence?.order.column, sequence?.order.group].flatMap((column) =>
    column === undefined ? [] : [{ column }],
  )

/** Rows that each stand for themselves. */
const divideAlone = (parts: Parts) => ({ parts, learning: parts.train, timeline: null })

/** How rows are divided: as the project says, from a seed; or not at all, and every row that can be used trains. */
export type Division = { readonly seed: number } | 'undivided'

/** The steps that are needed, what must be read for them, and under what names columns stand in the table. */
const planSteps = (project: Project, uses: readonly ColumnName[]) => {
  const made = new Set(madeColumns(project))
  const isMade = (use: ColumnName) => use.source === undefined && made.has(use.column)
  const wanted = new Set(uses.map(({ column }) => column))
  const { steps, columns, all } = neededSteps(activeSteps(project), wanted, ({ step }) => effectOf(step))
  const read = [...columns].filter((name) => !wanted.has(name)).map((column) => ({ column }))
  const keyOf = (use: ColumnName) => (isMade(use) ? use.column : keyInJoin(project, use))
  const changed = steps.flatMap(({ step }) => effectOf(step).column ?? [])
  return {
    steps,
    names: [...uses.filter((use) => !isMade(use)), ...read],
    extent: all ? ('all' as const) : ('asked' as const),
    keyOf,
    /** The joined columns by the names that steps have for them too. */
    named(joined: NamedColumns): NamedColumns {
      const named = new Map(joined)
      const name = (use: ColumnName) => {
        const found = isMade(use) ? undefined : joined.get(keyOf(use))
        if (found && !named.has(use.column)) named.set(use.column, found)
      }
      for (const column of columns) name({ column })
      uses.forEach(name)
      return named
    },
    /** The table as the steps left its columns. */
    tableOf(named: NamedColumns, rows: number): Table {
      const byKey = new Map(named)
      for (const column of changed) {
        const after = named.get(column)
        if (after) byKey.set(keyOf({ column }), after)
      }
      return { rows, columns: byKey }
    },
  }
}

const findColumn = ({ columns }: Table, key: string, { column }: ColumnName): Column => {
  const found = columns.get(key)
  if (!found) throw new ProblemError('columnMissing', { column })
  return found
}

const selectColumns = (columns: NamedColumns, rows: Uint32Array, of: number): NamedColumns =>
  rows.length === of
    ? columns
    : new Map([...columns].map(([name, column]) => [name, selectRows(column, rows)]))

/** What steps learned before, to act in place of the document's, and whom to tell what they do. */
export interface StepOptions {
  readonly fitted?: readonly FittedStep[]
  readonly tell?: (change: StepChange) => void
}

/**
 * Reads `uses` and what the split and the steps need from all sources, joins them, takes the steps and divides the rows
 * that stay. Rows without a cell of `required` (some of `uses`) are left out; in a project with windows or horizons, rows
 * without what its own inputs and targets need. Throws what reading, steps and `splitRows`
 * throw.
 */
export const divideRows = async (
  project: Project,
  uses: readonly ColumnName[],
  required: readonly ColumnName[],
  division: Division,
  read: SourceReader,
  { fitted, tell }: StepOptions = {},
): Promise<DividedRows> => {
  const split: SplitSettings =
    division === 'undivided' ? { validation: 0, test: 0, shuffle: false } : project.training.split
  const sequence = sequenceOf(project)
  const named = [...uses, ...ruling(sequence ? sequenceSplit(split, sequence) : split), ...ordering(sequence)]
  const plan = planSteps(project, named)
  const { keyOf } = plan
  const { table: joined, testFrom } = await joinSources(project, plan.names, read, plan.extent)
  const columns = plan.named(joined.columns)
  const chosen = chooseRows(plan.steps, columns, joined.rows, tell)
  const { rows } = chosen
  // Rows are divided before anything is learned from them.
  const before = plan.tableOf(selectColumns(chosen.columns, rows, joined.rows), rows.length)
  for (const use of named) findColumn(before, keyOf(use), use)
  const firstTest = rows.findIndex((row) => row >= testFrom)
  const border = firstTest < 0 ? rows.length : firstTest
  const [seed, givenTest] = division === 'undivided' ? [0, rows.length] : [division.seed, border]
  const { parts, learning, timeline } = sequence
    ? divideSequence(before, sequence, { split, seed, testFrom: givenTest, border }, (use) =>
        findColumn(before, keyOf(use), use),
      )
    : divideAlone(splitRows(before, split, seed, required.map(keyOf), givenTest))
  const raw = selectColumns(columns, rows, joined.rows)
  const after = fitted
    ? { fitted, columns: replaySteps(fitted, raw, rows.length) }
    : learnSteps(plan.steps, raw, rows.length, learning, tell)
  const table = plan.tableOf(after.columns, rows.length)
  const names = uses.map(({ column }) => column)
  return {
    table,
    parts,
    learning,
    timeline,
    steps: pipelineSteps(after.fitted, names, raw),
    rowOf: (row) => rows[row] ?? row,
    rawOf: (column) => raw.get(column),
    excluded: joined.rows - rows.length,
    keyOf,
    columnOf: (use) => findColumn(table, keyOf(use), use),
  }
}
