import type { RowRule } from '../../../shared/prep/steps/rowRule.ts'
import type { TableView } from '../../../shared/tableView.ts'

/** Rising, then falling, then as in the file: what a press on a column's sort button leads to. */
export const nextSort = ({ filters, sort }: TableView, column: string): TableView => {
  if (sort?.column !== column) return { filters, sort: { column, descending: false } }
  return sort.descending ? { filters } : { filters, sort: { column, descending: true } }
}

/** The view with another filter for a column in place of the one at `index`; with a new one behind the others when there was none; null removes it. */
export const withFilter = (
  { filters, ...view }: TableView,
  index: number | null,
  rule: RowRule | null,
): TableView => {
  const at = index ?? filters.length
  return { ...view, filters: [...filters.slice(0, at), ...(rule ? [rule] : []), ...filters.slice(at + 1)] }
}
