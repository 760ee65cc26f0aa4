import type { ColumnProfile, ColumnType } from './table.ts'

/** A column as it was known. */
interface KnownColumn {
  readonly name: string
  readonly type: ColumnType
}

/** What a second table has otherwise than a first one. */
export interface TableDifference {
  /** Columns of the first that the second lacks. */
  readonly missing: readonly string[]
  /** Columns that only the second has. */
  readonly added: readonly string[]
  readonly retyped: readonly {
    readonly column: string
    readonly from: ColumnType
    readonly to: ColumnType
  }[]
  /** Names that are the same to the eye but not letter by letter, such as composed and decomposed Hangul. */
  readonly respelled: ReadonlyMap<string, string>
  /** Values that were not there, by column of the second. */
  readonly newValues: readonly { readonly column: string; readonly values: readonly string[] }[]
}

/** A name for comparing: Unicode's composed form, without blanks around it. */
const folded = (name: string): string => name.normalize('NFC').trim()

/**
 * Compares a table with another by names in NFC. `values` are the known values of columns where they are all known; those
 * of the second are its most frequent ones, at most 50.
 */
export const compareTables = (
  before: readonly KnownColumn[],
  after: readonly ColumnProfile[],
  values: ReadonlyMap<string, readonly string[]> = new Map(),
): TableDifference => {
  const exact = new Set(after.map(({ name }) => name))
  const byFolded = new Map(after.map((column) => [folded(column.name), column]))
  const byName = new Map(after.map((column) => [column.name, column]))
  const missing: string[] = []
  const retyped: { column: string; from: ColumnType; to: ColumnType }[] = []
  const respelled = new Map<string, string>()
  const newValues: { column: string; values: readonly string[] }[] = []
  const met = new Set<string>()
  for (const { name, type } of before) {
    const found = byName.get(name) ?? byFolded.get(folded(name))
    if (!found) {
      missing.push(name)
      continue
    }
    met.add(found.name)
    if (!exact.has(name)) respelled.set(name, found.name)
    if (found.type !== type) retyped.push({ column: found.name, from: type, to: found.type })
    const known = values.get(name)
    const strangers = known
      ? found.top.map(({ value }) => value).filter((value) => !known.includes(value))
      : []
    if (strangers.length > 0) newValues.push({ column: found.name, values: strangers })
  }
  const added = after.filter(({ name }) => !met.has(name)).map(({ name }) => name)
  return { missing, added, retyped, respelled, newValues }
}
