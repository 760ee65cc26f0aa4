import { compareTables, type TableDifference } from '../compareTables.ts'
import type { InputEncoding, TargetEncoding } from '../prep/encoding.ts'
import { isInput, isOutput, type Project, type Source } from '../project.ts'
import type { TableProfile } from '../table.ts'
import { patched } from './check.ts'
import { type ColumnRef, setEncoding } from './columns.ts'
import { labelsIn, refitInput, refitTarget } from './refitEncoding.ts'
import { respellColumns } from './respellColumns.ts'
import { changeSource, type SourceFile } from './sources.ts'
import { fitHead, setTarget } from './target.ts'

/** Another file for a source, read whole. */
export interface Replacement {
  readonly found: Pick<SourceFile, 'file' | 'entry'>
  readonly profile: TableProfile
  /** `keep` reads columns as the types they had and keeps encodings; `refit` takes types, categories and encodings from the new file. */
  readonly encodings: 'keep' | 'refit'
}

type Encoding = InputEncoding | TargetEncoding

interface OwnUse {
  readonly node: string
  readonly use: ColumnRef & { readonly encoding: Encoding }
}

const ownUses = (project: Project, id: string): readonly OwnUse[] => {
  const first = project.data.sources[0]?.id
  const isOwn = (use: ColumnRef) => (use.source ?? first) === id
  return Object.entries(project.nodes).flatMap(([node, entry]): readonly OwnUse[] => {
    if (isInput(entry)) return entry.input.columns.filter(isOwn).map((use) => ({ node, use }))
    const target = isOutput(entry) ? entry.output.target : undefined
    return target && isOwn(target) ? [{ node, use: target }] : []
  })
}

const listOf = (encoding: Encoding): readonly string[] | undefined =>
  'categories' in encoding && Array.isArray(encoding.categories)
    ? (encoding.categories as readonly string[])
    : undefined

/** Every value that a column is known to have had: all that its last file had, or what its encoding lists. */
const knownValues = (project: Project, id: string, before: TableProfile | null) => {
  const values = new Map<string, readonly string[]>()
  for (const { name, top, distinct } of before?.columns ?? [])
    if (top.length > 0 && top.length >= distinct)
      values.set(
        name,
        top.map(({ value }) => value),
      )
  for (const { use } of ownUses(project, id)) {
    const list = listOf(use.encoding)
    if (list) values.set(use.column, list)
  }
  return values
}

const categorical = new Set(['category', 'text', 'id', 'constant'])

/**
 * What another file has otherwise than a source had: `before` is the profile of the file until now, null when that can't be
 * read any more. New values are told of categories alone.
 */
export const differenceOf = (
  project: Project,
  source: Source,
  before: TableProfile | null,
  after: TableProfile,
): TableDifference => {
  const known =
    before?.columns ?? Object.entries(source.columns ?? {}).map(([name, { type }]) => ({ name, type }))
  const listed = new Set(
    ownUses(project, source.id).flatMap(({ use }) => (listOf(use.encoding) ? [use.column] : [])),
  )
  const values = knownValues(project, source.id, before)
  for (const { name, type } of known) if (!listed.has(name) && !categorical.has(type)) values.delete(name)
  const separators = new Map(
    ownUses(project, source.id).flatMap(({ use: { column, encoding } }) =>
      encoding.kind === 'labels' ? [[column, encoding.separator] as const] : [],
    ),
  )
  const columns = after.columns.map((column) => {
    const separator = separators.get(column.name)
    return separator === undefined ? column : { ...column, ...labelsIn(column, separator) }
  })
  return compareTables(known, columns, values)
}

/** What throws keeps its encoding: the node shows what is wrong with it then. */
const attempted = <E extends Encoding>(encoding: E, change: () => E): E => {
  try {
    return change()
  } catch {
    return encoding
  }
}

const withEncodings = (
  project: Project,
  id: string,
  { profile, encodings }: Replacement,
  { retyped, newValues }: TableDifference,
): Project => {
  const byName = new Map(profile.columns.map((column) => [column.name, column]))
  let next = project
  for (const { node, use } of ownUses(project, id)) {
    const column = byName.get(use.column)
    if (!column) continue
    const isRetyped = retyped.some((one) => one.column === use.column)
    const entry = project.nodes[node]
    if (entry && isInput(entry)) {
      const encoding = use.encoding as InputEncoding
      const isNew = newValues.some((one) => one.column === use.column)
      if (encodings === 'refit')
        next = setEncoding(
          next,
          node,
          use,
          attempted(encoding, () => refitInput(encoding, column, isRetyped)),
        )
      else if (isNew && encoding.kind === 'category' && encoding.categories && !encoding.unknown)
        next = setEncoding(next, node, use, { ...encoding, unknown: true })
    } else if (encodings === 'refit') {
      const encoding = use.encoding as TargetEncoding
      const fitted = attempted(encoding, () => refitTarget(encoding, column, isRetyped))
      if (JSON.stringify(fitted) !== JSON.stringify(encoding))
        next = fitHead(setTarget(next, node, { ...use, encoding: fitted }), node)
    }
  }
  return next
}

/**
 * Puts another file in the place of a source's, columns matched by name: one step for the whole document. Columns that
 * the new file lacks stay where they are used, so that they are seen.
 */
export const replaceSource = (
  project: Project,
  id: string,
  before: TableProfile | null,
  replacement: Replacement,
): Project => {
  const source = project.data.sources.find((one) => one.id === id)
  if (!source) return project
  const { found, profile, encodings } = replacement
  const difference = differenceOf(project, source, before, profile)
  const kept = new Map(
    encodings === 'keep' ? difference.retyped.map(({ column, from }) => [column, from]) : [],
  )
  const columns = Object.fromEntries(
    profile.columns.map(({ name, type }) => [name, { type: kept.get(name) ?? type }]),
  )
  const { sha256, dialect } = profile
  const renamed = respellColumns(project, id, difference.respelled)
  const placed = changeSource(renamed, id, (known) =>
    patched(known, { file: found.file, entry: found.entry, sha256, dialect, columns }),
  )
  return withEncodings(placed, id, replacement, difference)
}
