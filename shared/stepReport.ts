import type { Problem } from './problems.ts'
import type { ColumnProfile } from './table.ts'

/** What one step does to the data as they are. */
export interface StepOutcome {
  /** Its number among all steps, counted from 1. */
  readonly step: number
  /** Rows it leaves out, and rows after it; of steps that choose rows. */
  readonly dropped?: number
  readonly left?: number
  /** Cells that it changes; of steps that change a column. */
  readonly changed?: number
  /** Cells of the column that are missing after it; of steps on columns. */
  readonly missing?: number
}

/** What the steps do, as far as they could be taken, and the columns that they make as they are after all of them. */
export interface StepReport {
  /** Rows of the sources and rows that stay. */
  readonly rows: { readonly before: number; readonly after: number }
  readonly outcomes: readonly StepOutcome[]
  readonly columns: readonly ColumnProfile[]
  /** Why the steps from here on were not taken; its `step`, if any, is the number of the step. */
  readonly problem?: Problem
}
