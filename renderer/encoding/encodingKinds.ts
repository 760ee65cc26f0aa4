import type { Encoding, InputEncoding, TargetEncoding } from '../../shared/prep/encoding.ts'
import { ProblemError } from '../../shared/problems.ts'
import { proposeInput, proposeTarget } from '../../shared/proposeEncoding.ts'
import type { ColumnProfile } from '../../shared/table.ts'

type InputKind = InputEncoding['kind']
type TargetKind = TargetEncoding['kind']
type Defaults<Kind extends Encoding['kind'], Of extends Encoding> = {
  readonly [K in Kind]: Extract<Of, { kind: K }>
}

/** More different values than this are no categories. */
const mostCategories = 1000

/** What an input starts from while its column is not read; the keys are every kind there is. */
const unreadInput: Defaults<InputKind, InputEncoding> = {
  number: { kind: 'number', scale: 'standard', missing: 'median' },
  category: { kind: 'category', as: 'onehot', missing: 'mostFrequent', unknown: false },
  text: { kind: 'text', as: 'sequence', vocabulary: 10_000, length: 50, pad: 'before', lower: true },
  date: { kind: 'date', parts: ['year', 'month', 'weekday'], missing: 'neutral' },
  sequence: { kind: 'sequence', separator: ' ', length: 100, pad: 'before' },
}

/** What a target starts from while its column is not read; the keys are every kind there is. */
const unreadTarget: Defaults<TargetKind, TargetEncoding> = {
  number: { kind: 'number', scale: 'standard', missing: 'drop' },
  binary: { kind: 'binary' },
  classes: { kind: 'classes', as: 'onehot' },
  labels: { kind: 'labels', separator: ',', missing: 'drop' },
}

/** The kinds of encoding that a column can have as an input; all of them for a column that is not read. */
export const inputKinds = (column: ColumnProfile | undefined): readonly InputKind[] => {
  if (!column) return Object.keys(unreadInput) as InputKind[]
  if (column.type === 'sequence') return ['sequence']
  if (column.type === 'date') return column.distinct <= mostCategories ? ['date', 'category'] : ['date']
  const kinds: InputKind[] = []
  if (column.type === 'text') kinds.push('text')
  if (column.summary || column.type === 'number') kinds.push('number')
  if (column.type === 'category' || column.distinct <= mostCategories) kinds.push('category')
  if (!column.summary && column.type === 'category') kinds.push('text')
  return kinds
}

/** The proposed encoding of a kind, for an input. */
export const inputOfKind = (column: ColumnProfile | undefined, kind: InputKind): InputEncoding =>
  column ? proposeInput({ ...column, type: kind }) : unreadInput[kind]

/** The encoding an input column gets when none was asked for. Throws `columnKindMismatch` when no kind suits it. */
export const inputFor = (column: ColumnProfile): InputEncoding => {
  const [kind] = inputKinds(column)
  if (!kind) throw new ProblemError('columnKindMismatch', { column: column.name, type: column.type })
  return inputOfKind(column, kind)
}

/** The kinds of encoding that a column can have as a target; all of them for a column that is not read. */
export const targetKinds = (column: ColumnProfile | undefined): readonly TargetKind[] => {
  if (!column) return Object.keys(unreadTarget) as TargetKind[]
  if (column.type === 'sequence' || column.type === 'date') return []
  const kinds: TargetKind[] = []
  if (column.summary || column.type === 'number') kinds.push('number')
  if (column.distinct === 2) kinds.push('binary')
  if (column.distinct >= 2 && (column.type === 'category' || column.distinct <= mostCategories))
    kinds.push('classes')
  if (!column.summary && (column.type === 'category' || column.type === 'text')) kinds.push('labels')
  return kinds
}

/** The proposed encoding of a kind, for a target. Throws what `proposeTarget` throws for a kind that does not suit. */
export const targetOfKind = (column: ColumnProfile | undefined, kind: TargetKind): TargetEncoding =>
  column ? proposeTarget(column, kind).encoding : unreadTarget[kind]

/** Every value of a column in the proposed order, or none when it is not read or its profile does not list them all. */
export const listedValues = (column: ColumnProfile | undefined): readonly string[] | undefined => {
  if (!column) return undefined
  const asCategory = proposeInput({ ...column, type: 'category' })
  return asCategory.kind === 'category' ? asCategory.categories : undefined
}
