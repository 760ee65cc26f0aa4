import type { RowRule } from '../../../shared/prep/steps/rowRule.ts'
import { setTableView, tableViewOf } from '../../store/tableViews.ts'
import type { ValueBar } from '../valueBars.ts'

const only = (source: string, column: string, rules: readonly RowRule[]): void => {
  const { wanted } = tableViewOf(source)
  const others = wanted.filters.filter((rule) => rule.column !== column)
  void setTableView(source, { ...wanted, filters: [...others, ...rules] })
}

/** Leaves only the rows of a table whose cell has this value, in place of other filters by that column. */
export const filterByValue = (source: string, column: string, value: string): void =>
  only(source, column, [{ column, is: 'equals', value }])

/** Leaves only the rows of a bar of a histogram; a bar's end belongs to the next one, that of the last to itself. */
export const filterByBar = (
  source: string,
  column: string,
  { from, to }: ValueBar,
  isLast: boolean,
): void => {
  if (from === to) return filterByValue(source, column, String(from))
  if (isLast) return only(source, column, [{ column, is: 'between', from, to }])
  return only(source, column, [
    { column, is: 'atLeast', value: from },
    { column, is: 'below', value: to },
  ])
}
