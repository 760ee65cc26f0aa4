import { ProblemError } from '../../problems.ts'
import type { Column } from '../../table.ts'
import type { NumberedStep } from './activeSteps.ts'
import type { FittedStep } from './fittedStep.ts'
import type { NamedColumns } from './stepKind.ts'
import { applyFitted, kindOf } from './stepKinds.ts'

/** What a step did, told as it is done. */
export type StepChange =
  | { readonly number: number; readonly dropped: number; readonly left: number }
  | {
      readonly number: number
      readonly before: Column | undefined
      readonly after: Column
      /** The rows that are still there. */
      readonly rows: Uint32Array
    }
type Tell = (change: StepChange) => void

/** Gives a problem the number of the step that has it. */
const inStep = <R>(number: number, run: () => R): R => {
  try {
    return run()
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    const { code, values } = error.problem
    throw new ProblemError(code, { ...values, step: number })
  }
}

/** Takes one step on a column, learning from `rows`; null for a step that chooses rows. */
const takeColumnStep = (
  { number, step }: NumberedStep,
  columns: Map<string, Column>,
  size: number,
  rows: Uint32Array,
) =>
  inStep(number, () => {
    const kind = kindOf(step)
    if (kind.acts === 'rows') return null
    const fitted = kind.fit(step, columns, rows)
    const before = columns.get(fitted.column)
    const after = kind.apply(fitted, columns, size)
    columns.set(fitted.column, after)
    return { number, fitted, before, after }
  })

const rowsUpTo = (size: number): Uint32Array => {
  const rows = new Uint32Array(size)
  for (let row = 0; row < size; row++) rows[row] = row
  return rows
}

/** Whether a step must see the training rows before it can act. */
export const isLearned = ({ step }: NumberedStep): boolean => {
  const kind = kindOf(step)
  return kind.acts === 'column' && kind.learns(step)
}

/**
 * The rows that stay, before they are divided and before anything is learned from them: steps that learn are passed over.
 * Also the columns as they are then, for all `size` rows. Throws `ProblemError` with the number of the step.
 */
export const chooseRows = (
  steps: readonly NumberedStep[],
  columns: NamedColumns,
  size: number,
  tell?: Tell,
): { readonly rows: Uint32Array; readonly columns: NamedColumns } => {
  const known = new Map(columns)
  let rows = rowsUpTo(size)
  for (const one of steps) {
    const kind = kindOf(one.step)
    if (kind.acts === 'column') {
      const taken = isLearned(one) ? null : takeColumnStep(one, known, size, rows)
      if (taken) tell?.({ ...taken, rows })
      continue
    }
    const { length } = rows
    rows = new Uint32Array(inStep(one.number, () => kind.keep(one.step, known, rows)))
    tell?.({ number: one.number, dropped: length - rows.length, left: rows.length })
    if (rows.length === 0 && length > 0) throw new ProblemError('stepLeavesNoRows', { step: one.number })
  }
  return { rows, columns: known }
}

/** Takes the steps on columns, learning from the training rows alone. Throws `ProblemError` with the number of the step. */
export const learnSteps = (
  steps: readonly NumberedStep[],
  columns: NamedColumns,
  size: number,
  trainRows: Uint32Array,
  tell?: Tell,
): { readonly columns: NamedColumns; readonly fitted: readonly FittedStep[] } => {
  const known = new Map(columns)
  const firstLearned = steps.findIndex(isLearned)
  const fitted: FittedStep[] = []
  for (const [index, one] of steps.entries()) {
    const taken = takeColumnStep(one, known, size, trainRows)
    if (!taken) continue
    fitted.push(taken.fitted)
    // What comes before was told when rows were chosen.
    if (tell && firstLearned >= 0 && index >= firstLearned) tell({ ...taken, rows: rowsUpTo(size) })
  }
  return { columns: known, fitted }
}

/** Takes steps again with what they learned, on rows of any origin. */
export const replaySteps = (
  fitted: readonly FittedStep[],
  columns: NamedColumns,
  size: number,
): NamedColumns => {
  const known = new Map(columns)
  for (const step of fitted) known.set(step.column, applyFitted(step, known, size))
  return known
}

/** A column of some of its rows. */
export const selectRows = (column: Column, rows: Uint32Array): Column => {
  if (column.kind === 'number') {
    const values = new Float64Array(rows.length)
    for (let at = 0; at < rows.length; at++) values[at] = column.values[rows[at] ?? 0] ?? Number.NaN
    return { ...column, values }
  }
  const codes = new Int32Array(rows.length)
  for (let at = 0; at < rows.length; at++) codes[at] = column.codes[rows[at] ?? 0] ?? -1
  return { ...column, codes }
}
