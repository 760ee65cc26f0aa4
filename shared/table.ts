import { z } from 'zod'

/** How the bytes of a delimited file are to be read; everything here was sniffed or overruled by the user. */
export const dialectSchema = z.looseObject({
  encoding: z.string().max(40),
  delimiter: z.string().length(1),
  decimal: z.enum(['.', ',']),
  thousands: z.enum(['', ',', '.', ' ', "'"]),
  header: z.boolean(),
  /** Lines before the header (or the first row) that are not part of the table. */
  skip: z.int().min(0).max(1000),
})
export type Dialect = z.infer<typeof dialectSchema>

export const columnTypes = ['number', 'category', 'text', 'date', 'sequence', 'id', 'constant'] as const
/** What a column's cells mean. `sequence` is a list of numbers in one cell, such as word ids. */
export type ColumnType = (typeof columnTypes)[number]

/** A numeric column in memory; NaN is a missing cell. */
export interface NumberColumn {
  readonly kind: 'number'
  readonly name: string
  readonly values: Float64Array
}
/** A column of strings, dictionary-coded; code −1 is a missing cell. */
export interface TextColumn {
  readonly kind: 'text'
  readonly name: string
  readonly codes: Int32Array
  readonly dictionary: readonly string[]
}
export type Column = NumberColumn | TextColumn

/** Parsed rows in memory. Column names are unique. */
export interface Table {
  readonly rows: number
  readonly columns: ReadonlyMap<string, Column>
}

export interface NumberSummary {
  readonly min: number
  readonly max: number
  readonly mean: number
  readonly std: number
  readonly quartiles: readonly [number, number, number]
  /** 30 equal bins from min to max. */
  readonly histogram: readonly number[]
}

/** What is known of one column after reading the file. */
export interface ColumnProfile {
  readonly name: string
  readonly type: ColumnType
  readonly missing: number
  readonly distinct: number
  readonly summary?: NumberSummary
  /** Most frequent values, most frequent first, at most 50. */
  readonly top: readonly { readonly value: string; readonly count: number }[]
  /** For a sequence column: the longest cell's length and the largest number in any cell. */
  readonly sequence?: { readonly length: number; readonly max: number }
}

/** A record that did not fit; `line` counts from 1 in the file. */
export interface BadRow {
  readonly line: number
  readonly reason: BadRowReason
  readonly column?: string
  readonly value?: string
}
export type BadRowReason = 'short' | 'long' | 'notANumber' | 'unclosedQuote' | 'strayQuote' | 'badEncoding'

/** Everything about a data file but its cells. */
export interface TableProfile {
  readonly rows: number
  readonly bytes: number
  readonly sha256: string
  readonly dialect: Dialect
  readonly columns: readonly ColumnProfile[]
  /** At most 1,000; `badRowCount` is the true number. */
  readonly badRows: readonly BadRow[]
  readonly badRowCount: number
}
