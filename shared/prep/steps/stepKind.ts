import type { Problem } from '../../problems.ts'
import type { Column } from '../../table.ts'

/** Columns as steps and formulas name them. */
export type NamedColumns = ReadonlyMap<string, Column>

interface AnyKind<S> {
  /** Names of the columns that it looks at; null is all of them. */
  readonly reads: (step: S) => readonly string[] | null
  /** What is wrong with its settings whatever the data, without the step's number. */
  readonly check?: (step: S) => Problem | null
}

/** A kind of step that chooses rows. Nothing of it is needed to predict. */
export interface RowKind<S> extends AnyKind<S> {
  readonly acts: 'rows'
  /** Those of `rows` (in order) that stay. */
  readonly keep: (step: S, columns: NamedColumns, rows: Uint32Array) => Uint32Array
}

/** A kind of step that makes or changes a column, in training, in predict and in exports alike. */
export interface ColumnKind<S, F> extends AnyKind<S> {
  readonly acts: 'column'
  /** Whether the column is a new one. */
  readonly makes: boolean
  /** Whether it has to see the training rows before it can act. */
  readonly learns: (step: S) => boolean
  /** All that is needed to act on other rows; learned from `rows` alone. */
  readonly fit: (step: S, columns: NamedColumns, rows: Uint32Array) => F
  /** The column as it is after the step. */
  readonly apply: (fitted: F, columns: NamedColumns, rows: number) => Column
}
