import { z } from 'zod'
import { rowRuleSchema } from './prep/steps/rowRule.ts'

/** How the rows of a stored table are looked at: only those that match every filter, in the order of a column. */
export const tableViewSchema = z.object({
  sort: z.object({ column: z.string().max(10_000), descending: z.boolean() }).optional(),
  filters: z.array(rowRuleSchema).max(100),
})
export type TableView = z.infer<typeof tableViewSchema>

/** What to look for in the cells of a view, small and large letters being the same; from which cell on (that cell left out). */
export const findQuerySchema = z.object({
  text: z.string().min(1).max(1000),
  /** A place in the view, −1 for before its first row; `column` counts from 0. */
  row: z.int().min(-1),
  column: z.int().min(-1),
  backwards: z.boolean(),
})
export type FindQuery = z.infer<typeof findQuerySchema>

/** Rows of a view. */
export interface ViewRows {
  /** Cells in the file's column order, as they are shown; null is missing. */
  readonly rows: readonly (readonly (string | null)[])[]
  /** Which rows of the table they are, counted from 0. */
  readonly numbers: readonly number[]
}
/** A view being made: how far, from 0 to 1, then how many rows it has, and how many were left after each filter. */
export type ViewEvent =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'ready'; readonly rows: number; readonly left: readonly number[] }
/** A search: how far, then the next cell with the text, which of how many it is (from 1), or null when no cell has it. */
export type FindEvent =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'found'; readonly match: FoundCell | null; readonly count: number }
export interface FoundCell {
  /** Its place in the view. */
  readonly row: number
  readonly column: number
  readonly index: number
}
