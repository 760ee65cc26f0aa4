import type { TablePreview } from '../../../shared/contract.ts'
import type { ColumnType } from '../../../shared/table.ts'

/** How a target is to be predicted; `auto` lets the proposal decide. */
export const targetKinds = ['auto', 'number', 'binary', 'classes', 'labels'] as const
type TargetKindChoice = (typeof targetKinds)[number]

/** What one column is for. */
export interface ColumnRole {
  readonly name: string
  readonly type: ColumnType
  readonly role: 'input' | 'target' | 'none'
  readonly kind: TargetKindChoice
}

/** Types that can be inputs without being asked for. */
const usable: readonly ColumnType[] = ['number', 'category', 'date', 'sequence']

/** At first every column that can be an input is one, and nothing is a target. */
export const firstRoles = ({ profile }: TablePreview): readonly ColumnRole[] =>
  profile.columns.map(({ name, type }) => ({
    name,
    type,
    role: usable.includes(type) ? 'input' : 'none',
    kind: 'auto',
  }))

/** The same roles for a table that was read in another way, as far as its columns have the same names. */
export const carriedRoles = (before: readonly ColumnRole[], preview: TablePreview): readonly ColumnRole[] => {
  const known = new Map(before.map((column) => [column.name, column]))
  return firstRoles(preview).map((column) => {
    const old = known.get(column.name)
    return old ? { ...column, role: old.role, kind: old.kind } : column
  })
}

/** The roles with one column's changed. */
export const withRole = (
  roles: readonly ColumnRole[],
  name: string,
  change: Partial<Pick<ColumnRole, 'role' | 'kind'>>,
): readonly ColumnRole[] => roles.map((column) => (column.name === name ? { ...column, ...change } : column))
