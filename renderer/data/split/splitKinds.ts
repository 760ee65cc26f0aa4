import type { ColumnProfile } from '../../../shared/table.ts'
import type { SplitSettings } from '../../../shared/training.ts'

/** The ways to divide rows that people choose between. */
export const splitKinds = ['random', 'table', 'time', 'column'] as const
export type SplitKind = (typeof splitKinds)[number]

/** The way that a split's settings ask for. */
export const splitKind = ({ column, order, shuffle }: SplitSettings): SplitKind => {
  if (column) return 'column'
  if (order !== undefined) return 'time'
  return shuffle ? 'random' : 'table'
}

const partName = /^(?:split|part|set|fold|subset|partition|usage|분할|구분)$/i
const validationValue = /^(?:val|valid|validation|dev|검증)/i
const testValue = /^(?:test|eval|테스트|시험)/i

/** Few enough values to be told apart one by one. */
const isSmall = ({ distinct, top }: ColumnProfile) => distinct > 1 && distinct <= top.length && distinct <= 20

/** Which values of a column name which part, as far as their words tell. */
export const saidBy = (column: ColumnProfile): NonNullable<SplitSettings['column']> => {
  const values = column.top.map(({ value }) => value)
  return {
    name: column.name,
    validation: values.filter((value) => validationValue.test(value)),
    test: values.filter((value) => testValue.test(value)),
  }
}

/** The column that most likely says which part a row is in. */
const partColumn = (columns: readonly ColumnProfile[]) =>
  columns.find(({ name }) => partName.test(name)) ??
  columns.find((column) => isSmall(column) && saidBy(column).test.length > 0) ??
  columns.find(isSmall) ??
  columns[0]

/** The settings with another way; what the other ways need stays for coming back. Null where no column fits. */
export const withKind = (
  split: SplitSettings,
  kind: SplitKind,
  columns: readonly ColumnProfile[],
): SplitSettings | null => {
  const rest: SplitSettings = { ...split }
  delete rest.column
  delete rest.order
  switch (kind) {
    case 'random':
      return { ...rest, shuffle: true }
    case 'table':
      return { ...rest, shuffle: false }
    case 'time': {
      const order = columns.find(({ type }) => type === 'date') ?? columns.find(({ type }) => type === 'id')
      const chosen = order ?? columns.find(({ type }) => type === 'number') ?? columns[0]
      return chosen ? { ...rest, order: chosen.name } : null
    }
    case 'column': {
      const column = partColumn(columns)
      return column ? { ...rest, column: saidBy(column) } : null
    }
  }
}
