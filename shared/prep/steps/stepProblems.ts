import { checkTypes } from '../../formula/checkTypes.ts'
import type { ValueType } from '../../formula/functions.ts'
import { parse } from '../../formula/parse.ts'
import { suggest } from '../../formula/suggest.ts'
import { type Problem, toProblem } from '../../problems.ts'
import type { Project } from '../../project.ts'
import type { ColumnType } from '../../table.ts'
import { effectOf } from './activeSteps.ts'
import { isKnownStep, type Step } from './step.ts'
import { kindOf } from './stepKinds.ts'

/** Codes such as 1, 2, 3 are numbers in one file and text in another. */
const valueType = (type: ColumnType): ValueType | null => {
  if (type === 'number') return 'number'
  return type === 'text' || type === 'date' || type === 'sequence' ? 'text' : null
}

/** The columns of all sources as far as they are known, and whether there may be others. */
const sourceColumns = ({ data }: Pick<Project, 'data'>) => {
  const known = new Map<string, ValueType | null>()
  let isOpen = data.sources.length === 0
  for (const { columns, part } of data.sources) {
    if (part === 'test') continue
    if (!columns) isOpen = true
    for (const [name, { type }] of Object.entries(columns ?? {}))
      if (!known.has(name)) known.set(name, valueType(type))
  }
  return { known, isOpen }
}

/** What is known of the columns before a step. */
interface Sight {
  readonly columns: Map<string, ValueType | null>
  /** Sources have columns that are not known yet. */
  readonly isOpen: boolean
  /** The step that learns what is in a column from the training rows. */
  readonly learnedIn: Map<string, number>
}

const missingColumn = ({ columns, isOpen }: Sight, names: readonly string[]): Problem | null => {
  const column = isOpen ? undefined : names.find((name) => name !== '__proto__' && !columns.has(name))
  if (column === undefined) return null
  const suggestion = suggest(column, columns.keys())
  return suggestion === undefined
    ? { code: 'stepColumnMissing', values: { column } }
    : { code: 'stepColumnMisspelt', values: { column, suggestion } }
}

const typesFor = ({ columns, isOpen }: Sight, reads: readonly string[]) =>
  new Map([
    ...columns,
    ...(isOpen ? reads.filter((name) => !columns.has(name)).map((name) => [name, null] as const) : []),
  ])

/** The type that a step gives its column; throws where a formula does not fit its columns. */
const typeAfter = (step: Step, sight: Sight, reads: readonly string[]): ValueType | null => {
  if (step.kind === 'formula') return checkTypes(parse(step.formula), typesFor(sight, reads))
  if (step.kind === 'mergeRare') return 'text'
  return step.kind === 'clip'
    ? 'number'
    : 'column' in step
      ? (sight.columns.get(String(step.column)) ?? null)
      : null
}

const needsNumbers = (step: Step, { columns }: Sight): Problem | null =>
  step.kind === 'clip' && columns.get(step.column) === 'text'
    ? { code: 'stepNeedsNumbers', values: { column: step.column } }
    : null

const looksAtLearned = ({ learnedIn }: Sight, reads: readonly string[] | null): Problem | null => {
  const column = reads === null ? [...learnedIn.keys()][0] : reads.find((name) => learnedIn.has(name))
  if (column === undefined) return null
  return { code: 'stepLooksAtLearned', values: { column, after: learnedIn.get(column) ?? 0 } }
}

/** The first problem of a step; tells the sight what is there after it. */
const takeInSight = (step: Step, number: number, sight: Sight): Problem | null => {
  const kind = kindOf(step)
  const { acts, makes, column, reads } = effectOf(step)
  const wrong = kind.check?.(step)
  if (wrong) return wrong
  if (makes && column !== null && sight.columns.has(column))
    return { code: 'stepColumnTaken', values: { column } }
  // A formula says itself which of its columns does not exist, and where.
  const missing = step.kind === 'formula' ? null : missingColumn(sight, reads ?? [])
  const problem = missing ?? (acts === 'rows' ? looksAtLearned(sight, reads) : needsNumbers(step, sight))
  if (problem || column === null) return problem
  try {
    sight.columns.set(column, typeAfter(step, sight, reads ?? []))
  } catch (error) {
    sight.columns.set(column, null)
    return toProblem(error)
  }
  const source = kind.acts === 'column' && kind.learns(step) ? number : firstLearned(sight, reads ?? [])
  if (source !== undefined) sight.learnedIn.set(column, source)
  return null
}

const firstLearned = ({ learnedIn }: Sight, reads: readonly string[]): number | undefined =>
  reads.map((name) => learnedIn.get(name)).find((number) => number !== undefined)

/**
 * What is wrong with the steps that are on, as far as it shows without the data: at most one problem a step, with the
 * number of the `step` counted from 1.
 */
export const stepProblems = (project: Pick<Project, 'data'>): readonly Problem[] => {
  const { known, isOpen } = sourceColumns(project)
  const sight: Sight = { columns: known, isOpen, learnedIn: new Map() }
  return project.data.steps.flatMap((step, index) => {
    if (step.off === true) return []
    const problem: Problem | null = isKnownStep(step)
      ? takeInSight(step, index + 1, sight)
      : { code: 'stepUnknown', values: { kind: step.kind } }
    // A column that could not be made is not missing too.
    if (problem && isKnownStep(step) && step.kind === 'formula' && !sight.columns.has(step.column))
      sight.columns.set(step.column, null)
    return problem ? [{ code: problem.code, values: { ...problem.values, step: index + 1 } }] : []
  })
}
