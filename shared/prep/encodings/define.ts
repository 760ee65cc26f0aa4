import type { z } from 'zod'
import type { Column, ColumnType } from '../../table.ts'

/** Where encoded values go: value i of the n-th row lands at `offset + n · stride + i`. */
export type Encoded = Float32Array | Int32Array
/** Writes one row of the table at a place of `out`. */
export type WriteRow = (row: number, out: Encoded, at: number) => void

/** What a model's raw outputs for one target say: the number in the target's own units, or the class and its probability. */
export interface Decoded {
  readonly value: string | number
  readonly probability?: number
}

/**
 * One way a column becomes numbers, whole: everything else follows from the list in `encodingKinds.ts`. What is asked for
 * (`schema`) stands in the document; with what the training rows told (`fitted`) it is saved in every run and export.
 * Methods throw `ProblemError` naming column and row (from 1) for a column or cell that the kind can't take.
 */
export interface EncodingKind<Schema extends z.ZodObject, FittedSchema extends z.ZodObject> {
  readonly kind: z.infer<Schema>['kind'] & string
  readonly schema: Schema
  readonly fitted: FittedSchema
  /** Whether a row without a cell of the column is left out. */
  needsCell(encoding: z.infer<Schema>): boolean
  /** The same, of what is fitted. */
  neededCell(fitted: z.infer<FittedSchema>): boolean
  /** Values a row has; null when only the data say so. */
  width(encoding: z.infer<Schema>): number | null
  fittedWidth(fitted: z.infer<FittedSchema>): number
  /** Learns from these rows of the column and no others. */
  fit(encoding: z.infer<Schema>, column: Column, rows: Uint32Array): z.infer<FittedSchema>
  /** Prepares writing row by row; what can be looked up once is looked up here. */
  writer(fitted: z.infer<FittedSchema>, column: Column): WriteRow
  /** One row's raw outputs as an answer; null for kinds that no target has. */
  decode(fitted: z.infer<FittedSchema>, scores: ArrayLike<number>): Decoded | null
  /** The type its column must be read as, so that new cells are what training saw; null when any will do. */
  columnType(fitted: z.infer<FittedSchema>): ColumnType | null
}

/** Any kind, for code that treats all alike. */
export type AnyEncodingKind = EncodingKind<z.ZodObject, z.ZodObject>

/** Checks a kind against its own schemas. */
export const defineEncoding = <Schema extends z.ZodObject, FittedSchema extends z.ZodObject>(
  definition: EncodingKind<Schema, FittedSchema>,
): EncodingKind<Schema, FittedSchema> => definition
