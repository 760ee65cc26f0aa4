import { type Project, projectSchema, type Source } from '../project.ts'
import type { ColumnType, Dialect } from '../table.ts'
import { checked, patched } from './check.ts'

/** The document with these sources. Throws valueInvalid for what the format refuses. */
export const withSources = (project: Project, sources: readonly Source[]): Project => ({
  ...project,
  data: checked(projectSchema.shape.data, { ...project.data, sources: [...sources] }, 'data'),
})

/** The document with one source changed; the document itself when there is none of that id or nothing changes. */
export const changeSource = (project: Project, id: string, change: (source: Source) => Source): Project => {
  const { sources } = project.data
  const index = sources.findIndex((source) => source.id === id)
  const source = sources[index]
  if (!source) return project
  const next = change(source)
  return next === source ? project : withSources(project, sources.with(index, next))
}

/** A data file as a document may name it: where it is and, once it was read, what is known of it. */
export type SourceFile = Pick<Source, 'file' | 'entry' | 'sha256' | 'columns' | 'name'>

/** Adds a data file, by its path from the project's folder. Gives the document and the new source's id. */
export const addSource = (
  project: Project,
  found: string | SourceFile,
): { readonly project: Project; readonly source: string } => {
  const { sources } = project.data
  let source = 'data'
  for (let count = 2; sources.some(({ id }) => id === source); count++) source = `data_${count}`
  const file = typeof found === 'string' ? { file: found } : found
  return { project: withSources(project, [...sources, { id: source, ...file }]), source }
}

/** What people said of a source's columns, without what was found in its file. */
const chosenColumns = ({ columns = {} }: Source): Source['columns'] => {
  const chosen = Object.entries(columns).filter(([, column]) => column.chosen)
  return chosen.length > 0 ? Object.fromEntries(chosen) : undefined
}

/** Gives a source a name for people; an empty one takes it away, and the file's name is shown again. */
export const renameSource = (project: Project, id: string, name: string): Project =>
  changeSource(project, id, (source) => patched(source, { name: name.trim() || undefined }))

/** Points a source at another file of the same columns. Its hash stays, so that another content is noticed. */
export const moveSourceFile = (project: Project, id: string, { file, entry }: SourceFile): Project =>
  changeSource(project, id, (source) => patched(source, { file, entry }))

/**
 * Changes how the bytes of a source are read; a part that is undefined is found out from the file. What was found out
 * of its columns goes, because other bytes between the delimiters may mean other columns; what a person said of them stays.
 */
export const setDialect = (project: Project, id: string, patch: Partial<Dialect>): Project =>
  changeSource(project, id, (source) => {
    const before: Partial<Dialect> = source.dialect ?? {}
    const dialect = patched(before, patch)
    return dialect === before
      ? source
      : patched(source, {
          dialect: Object.keys(dialect).length ? dialect : undefined,
          columns: chosenColumns(source),
        })
  })

/** Says what a column's cells mean; undefined lets the cells tell again. */
export const setColumnType = (
  project: Project,
  id: string,
  column: string,
  type: ColumnType | undefined,
): Project =>
  changeSource(project, id, (source) => {
    const others = Object.entries(source.columns ?? {}).filter(([name]) => name !== column)
    const known = source.columns && Object.hasOwn(source.columns, column) ? source.columns[column] : {}
    const columns = Object.fromEntries(
      type ? [...others, [column, { ...known, type, chosen: true }]] : others,
    )
    return patched(source, { columns: Object.keys(columns).length > 0 ? columns : undefined })
  })

/** Accepts a source's file as it now is: its hash, and the columns that it has. */
export const acceptSource = (
  project: Project,
  id: string,
  found: Required<Pick<Source, 'sha256' | 'columns'>>,
): Project =>
  changeSource(project, id, (source) =>
    patched(source, { ...found, columns: { ...found.columns, ...chosenColumns(source) } }),
  )
