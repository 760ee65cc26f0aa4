import type { RowRule } from '../../../shared/prep/steps/rowRule.ts'
import type { ColumnProfile } from '../../../shared/table.ts'

/** The kinds of filter, in the order they are offered. */
const kinds = {
  numbers: ['between', 'equals', 'notEquals', 'above', 'atLeast', 'below', 'atMost', 'missing', 'present'],
  categories: ['oneOf', 'contains', 'equals', 'notEquals', 'missing', 'present'],
  texts: ['contains', 'equals', 'notEquals', 'missing', 'present'],
  dates: ['contains', 'between', 'equals', 'missing', 'present'],
} as const
export type FilterKind = RowRule['is']

/** A filter being made: what was typed, whether or not it is of any use yet. */
export interface FilterDraft {
  readonly is: FilterKind
  readonly value: string
  readonly from: string
  readonly to: string
  readonly values: readonly string[]
}

/** The kinds of filter a column may have, the usual one first. */
export const filterKinds = ({ summary, type, distinct, top }: ColumnProfile): readonly FilterKind[] => {
  const hasFew = distinct <= top.length && distinct > 0
  if (summary) return hasFew && distinct <= 12 ? ['oneOf', ...kinds.numbers] : kinds.numbers
  if (type === 'date') return kinds.dates
  return hasFew || type === 'category' ? kinds.categories : kinds.texts
}

/** What a form starts with: the filter there is, or the usual one for the column. */
export const draftOf = (column: ColumnProfile, rule: RowRule | undefined): FilterDraft => {
  const empty = { value: '', from: '', to: '', values: [] }
  if (!rule) return { is: filterKinds(column)[0] ?? 'contains', ...empty }
  switch (rule.is) {
    case 'between':
      return { ...empty, is: rule.is, from: String(rule.from), to: String(rule.to) }
    case 'oneOf':
      return { ...empty, is: rule.is, values: rule.values }
    case 'missing':
    case 'present':
      return { ...empty, is: rule.is }
    case 'contains':
    case 'equals':
    case 'notEquals':
    case 'above':
    case 'below':
    case 'atLeast':
    case 'atMost':
      return { ...empty, is: rule.is, value: String(rule.value) }
  }
}

const decimal = (text: string): string => text.trim().replace(/^(-?\d+),(\d+)$/, '$1.$2')
const isNumber = (text: string): boolean => text !== '' && Number.isFinite(Number(text))

/** The filter a draft stands for; null when something is missing or no number where one is needed. */
export const ruleOf = (column: ColumnProfile, draft: FilterDraft): RowRule | null => {
  const { name } = column
  const clean = (text: string) => (column.summary ? decimal(text) : text)
  const isUsable = (text: string) => (column.summary ? isNumber(text) : text !== '')
  const [value, from, to] = [clean(draft.value), clean(draft.from), clean(draft.to)]
  const bound = (text: string) => (column.summary ? Number(text) : text)
  switch (draft.is) {
    case 'missing':
    case 'present':
      return { column: name, is: draft.is }
    case 'between':
      return isUsable(from) && isUsable(to)
        ? { column: name, is: draft.is, from: bound(from), to: bound(to) }
        : null
    case 'oneOf':
      return draft.values.length > 0 ? { column: name, is: draft.is, values: [...draft.values] } : null
    case 'contains':
      return draft.value === '' ? null : { column: name, is: draft.is, value: draft.value }
    case 'equals':
    case 'notEquals':
      return isUsable(value) ? { column: name, is: draft.is, value } : null
    case 'above':
    case 'below':
    case 'atLeast':
    case 'atMost':
      return isUsable(value) ? { column: name, is: draft.is, value: bound(value) } : null
  }
}
