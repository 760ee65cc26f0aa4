import { modelNames } from '../names.ts'
import { isInput, isOutput, type Project, type Source } from '../project.ts'
import { patched } from './check.ts'
import { type ColumnRef, removeColumn } from './columns.ts'
import { madeColumns } from '../prep/steps/activeSteps.ts'
import { mapUses } from './mapUses.ts'
import { changeSource, withSources } from './sources.ts'
import { setTarget } from './target.ts'

/** How the rows of a source meet those of the first one. */
export type SourceRole = NonNullable<Source['join']> | { readonly by: 'test' }

/** How a source's rows meet those of the first: by row where nothing is said. */
export const sourceRole = ({ join, part }: Source): SourceRole =>
  part === 'test' ? { by: 'test' } : (join ?? { by: 'row' })

const firstOf = ({ data }: Project): string => data.sources[0]?.id ?? ''

/** Columns of the first source go without its id. */
const refIn = (first: string, source: string, column: string): ColumnRef =>
  source === first ? { column } : { column, source }

/** Columns that are known of the first source as well are read as there: '1' is no number in one and a word in the other. */
const typedLike = (first: Source | undefined, { columns }: Source): Source['columns'] =>
  columns &&
  Object.fromEntries(
    Object.entries(columns).map(([name, known]) => {
      const like = Object.hasOwn(first?.columns ?? {}, name) ? first?.columns?.[name] : undefined
      return [name, like ? { ...known, type: like.type } : known]
    }),
  )

/**
 * Says how a source's rows meet those of the first: by row, by a key, or below them as the test part. A test part has the
 * columns of the first and their types, so what the model took from it is taken from the first then.
 */
export const setSourceRole = (project: Project, id: string, role: SourceRole): Project => {
  const [first] = project.data.sources
  if (id === first?.id) return project
  const changed = changeSource(project, id, (source) =>
    role.by === 'test'
      ? patched(source, { join: undefined, part: 'test', columns: typedLike(first, source) })
      : patched(source, { join: role, part: undefined }),
  )
  if (role.by !== 'test') return changed
  return mapUses(changed, (use) => (use.source === id ? { column: use.column } : use))
}

/** Where a source's columns are used: how many, and the names of the inputs and outputs. */
export interface SourceUses {
  readonly columns: number
  readonly inputs: readonly string[]
  readonly outputs: readonly string[]
}

/** Names of a source's columns that the model takes in or predicts. */
export const usedColumns = (project: Project, id: string): ReadonlySet<string> => {
  const first = firstOf(project)
  const uses = Object.values(project.nodes).flatMap((node): readonly ColumnRef[] => {
    if (isInput(node)) return node.input.columns
    return isOutput(node) && node.output.target ? [node.output.target] : []
  })
  return new Set(uses.filter((use) => (use.source ?? first) === id).map(({ column }) => column))
}

/** What the model takes from a source. */
export const usesOfSource = (project: Project, id: string): SourceUses => {
  const first = firstOf(project)
  const names = modelNames(project)
  const inputs: string[] = []
  const outputs: string[] = []
  let columns = 0
  for (const [node, entry] of Object.entries(project.nodes)) {
    if (isInput(entry)) {
      const own = entry.input.columns.filter((use) => (use.source ?? first) === id).length
      columns += own
      if (own > 0) inputs.push(names.inputs.get(node) ?? '')
    } else if (isOutput(entry) && entry.output.target && (entry.output.target.source ?? first) === id) {
      columns++
      outputs.push(names.outputs.get(node) ?? '')
    }
  }
  return { columns, inputs, outputs }
}

/** Takes a source's columns out of every input, whose shape follows, and away from every output. */
const freeUses = (project: Project, id: string): Project => {
  const first = firstOf(project)
  const isOwn = (use: ColumnRef) => (use.source ?? first) === id
  let next = project
  for (const [node, entry] of Object.entries(project.nodes)) {
    if (isInput(entry))
      for (const use of entry.input.columns.filter(isOwn)) next = removeColumn(next, node, use)
    else if (isOutput(entry) && entry.output.target && isOwn(entry.output.target))
      next = setTarget(next, node, undefined)
  }
  return next
}

/** What a step makes is in no source. */
const isMade = (made: ReadonlySet<string>, { source, column }: ColumnRef) =>
  source === undefined && made.has(column)

/** Without what said how it meets the first source: it is the first. */
const asFirst = (source: Source): Source => patched(source, { join: undefined, part: undefined })

/**
 * Removes a source and every use of its columns. When it was the first, the next one that is no test part takes its place,
 * and sources that were joined to it by a key are joined by row.
 */
export const removeSource = (project: Project, id: string): Project => {
  const { sources } = project.data
  const first = firstOf(project)
  const left = sources.filter((source) => source.id !== id)
  if (left.length === sources.length) return project
  const heir = id === first ? (left.find(({ part }) => part !== 'test') ?? left[0]) : sources[0]
  const rest = left.filter((source) => source !== heir)
  const others = id === first ? rest.map((source) => patched(source, { join: undefined })) : rest
  const made = new Set(madeColumns(project))
  const freed = mapUses(freeUses(project, id), (use) =>
    isMade(made, use) ? use : refIn(heir?.id ?? '', use.source ?? first, use.column),
  )
  const kept = heir ? [id === first ? asFirst(heir) : heir, ...others] : []
  return withSources(freed, kept)
}

/**
 * Makes a source the first: its rows are the examples from now on. The one that was first is joined to it by the same key
 * the other way round, or by row; others keep their key where the new first source has such a column.
 */
export const makeMainSource = (project: Project, id: string): Project => {
  const { sources } = project.data
  const [before] = sources
  const heir = sources.find((source) => source.id === id)
  if (!before || !heir || heir === before) return project
  const { join } = heir
  const turned =
    join?.by === 'key'
      ? patched(before, { join: { by: 'key', column: join.with, with: join.column }, part: undefined })
      : patched(before, { join: { by: 'row' }, part: undefined })
  const others = sources
    .filter((source) => source !== before && source !== heir)
    .map((source) =>
      source.join?.by === 'key' && !Object.hasOwn(heir.columns ?? {}, source.join.with)
        ? patched(source, { join: { by: 'row' } })
        : source,
    )
  const made = new Set(madeColumns(project))
  const renamed = mapUses(project, (use) =>
    isMade(made, use) ? use : refIn(id, use.source ?? before.id, use.column),
  )
  return withSources(renamed, [asFirst(heir), turned, ...others])
}

/** Moves a source one place on or back among those after the first. */
export const shiftSource = (project: Project, id: string, by: 1 | -1): Project => {
  const { sources } = project.data
  const from = sources.findIndex((source) => source.id === id)
  const to = from + by
  const [source, other] = [sources[from], sources[to]]
  if (!source || !other || from < 1 || to < 1) return project
  return withSources(project, sources.with(to, source).with(from, other))
}
