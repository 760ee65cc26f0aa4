import type { ColumnProfile } from '../../shared/table.ts'

/** One bar of a distribution: how many cells, from which value to which; a single value when both are the same. */
export interface ValueBar {
  readonly from: number
  readonly to: number
  readonly count: number
}

/** With this many different numbers at most each has a bar of its own. */
const mostValues = 12

/** The distribution of a column's numbers: a bar for each value when there are few, else the profile's bins. Undefined without numbers. */
export const valueBars = ({ summary, distinct, top }: ColumnProfile): readonly ValueBar[] | undefined => {
  if (!summary) return undefined
  if (distinct <= mostValues && top.length === distinct) {
    return top
      .map(({ value, count }) => ({ from: Number(value), to: Number(value), count }))
      .sort((one, other) => one.from - other.from)
  }
  const { min, max, histogram } = summary
  const edge = (index: number) => min + ((max - min) * index) / histogram.length
  return histogram.map((count, index) => ({ from: edge(index), to: edge(index + 1), count }))
}
