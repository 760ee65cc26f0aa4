import type { InputEncoding, TargetEncoding } from '../../shared/prep/encoding.ts'
import { proposeInput, proposeTarget } from '../../shared/proposeEncoding.ts'
import type { ColumnProfile } from '../../shared/table.ts'

/** More different values than this are no categories. */
const mostCategories = 1000

/** The kinds of encoding that a column can have as an input. */
export const inputKinds = (column: ColumnProfile): readonly InputEncoding['kind'][] => {
  if (column.type === 'sequence') return ['sequence']
  const kinds: InputEncoding['kind'][] = []
  if (column.summary || column.type === 'number') kinds.push('number')
  if (column.type === 'category' || column.distinct <= mostCategories) kinds.push('category')
  return kinds
}

/** The proposed encoding of a kind, for an input. */
export const inputOfKind = (column: ColumnProfile, kind: InputEncoding['kind']): InputEncoding =>
  proposeInput({ ...column, type: kind })

/** The kinds of encoding that a column can have as a target. */
export const targetKinds = (column: ColumnProfile): readonly TargetEncoding['kind'][] => {
  if (column.type === 'sequence' || column.type === 'date') return []
  const kinds: TargetEncoding['kind'][] = []
  if (column.summary || column.type === 'number') kinds.push('number')
  if (column.distinct === 2) kinds.push('binary')
  if (column.distinct >= 2 && (column.type === 'category' || column.distinct <= mostCategories))
    kinds.push('classes')
  return kinds
}

/** The proposed encoding of a kind, for a target. */
export const targetOfKind = (column: ColumnProfile, kind: TargetEncoding['kind']): TargetEncoding =>
  proposeTarget(column, kind).encoding

/** Every value of a column in the proposed order, or none when the profile does not list them all. */
export const listedValues = (column: ColumnProfile): readonly string[] | undefined => {
  const asCategory = proposeInput({ ...column, type: 'category' })
  return asCategory.kind === 'category' ? asCategory.categories : undefined
}
