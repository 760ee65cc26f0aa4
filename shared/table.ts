import { z } from 'zod'
import type { DateOrder } from './dates.ts'

/** How the bytes of a delimited file are to be read; everything here was sniffed or overruled by the user. */
export const dialectSchema = z.looseObject({
  encoding: z.string().max(40),
  delimiter: z.string().length(1),
  decimal: z.enum(['.', ',']),
  thousands: z.enum(['', ',', '.', ' ', "'"]),
  header: z.boolean(),
  /** Lines before the header (or the first row) that are not part of the table. */
  skip: z.int().min(0).max(1000),
  /** Rows that name the columns together; one when absent. */
  headerRows: z.int().min(1).max(5).optional(),
  /** A row of units behind the header, such as kg or %: what becomes of it, when there is one. */
  units: z.enum(['keep', 'drop']).optional(),
  /** Rows of totals, such as 합계: what becomes of them, when there are any. */
  totals: z.enum(['keep', 'drop']).optional(),
  /** Cells that stand for a missing value, besides empty ones; the usual ones when absent. */
  missing: z.array(z.string().max(100)).max(200).optional(),
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
  /** Third standardised moment: 0 when both sides are alike, above 0 when the larger values lie further off. Absent when all are equal. */
  readonly skewness?: number
  /** How many values lie more than 1.5 interquartile ranges below the lower and above the upper quartile. */
  readonly outliers?: { readonly low: number; readonly high: number }
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
  /** For a column that a step makes: how many rows there are after the steps. */
  readonly stepRows?: number
  /** For cells of words: their lengths in letters, over all rows that have one. */
  readonly letters?: { readonly min: number; readonly mean: number; readonly max: number }
  /** For a sequence column: the longest cell's length and the largest number in any cell. */
  readonly sequence?: { readonly length: number; readonly max: number }
  /** For a column of dates: the order of their parts, told from all of them, and the first and the last, in ms since 1970 UTC. */
  readonly dates?: { readonly order: DateOrder; readonly first: number; readonly last: number }
}

/** A record that did not fit; `line` counts from 1 in the file. */
export interface BadRow {
  readonly line: number
  /** Its row of the table, counted from 1; absent for a record that is none, such as a header. */
  readonly row?: number
  readonly reason: BadRowReason
  readonly column?: string
  readonly value?: string
}
export type BadRowReason = 'short' | 'long' | 'notANumber' | 'unclosedQuote' | 'strayQuote' | 'badEncoding'

/** Rows that are no observations: the units of the columns, or totals of other rows. */
export interface OddRows {
  readonly kind: 'units' | 'totals'
  readonly count: number
  /** Whether they were left out of the table; else they are rows like any other. */
  readonly dropped: boolean
  /** The first 20, with the text of their first cells. */
  readonly rows: readonly { readonly line: number; readonly text: string }[]
}

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
  /** What was noticed of rows that are no observations; absent when nothing was. */
  readonly oddRows?: readonly OddRows[]
}
