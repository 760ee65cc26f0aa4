import { type Project, projectSchema, type Source } from '../project.ts'
import type { Dialect } from '../table.ts'
import { checked, patched } from './check.ts'

const withSources = (project: Project, sources: readonly Source[]): Project => ({
  ...project,
  data: checked(projectSchema.shape.data, { ...project.data, sources: [...sources] }, 'data'),
})

const changeSource = (project: Project, id: string, change: (source: Source) => Source): Project => {
  const { sources } = project.data
  const index = sources.findIndex((source) => source.id === id)
  const source = sources[index]
  if (!source) return project
  const next = change(source)
  return next === source ? project : withSources(project, sources.with(index, next))
}

/** Adds a data file, by its path from the project's folder. Gives the document and the new source's id. */
export const addSource = (
  project: Project,
  file: string,
): { readonly project: Project; readonly source: string } => {
  const { sources } = project.data
  let source = 'data'
  for (let count = 2; sources.some(({ id }) => id === source); count++) source = `data_${count}`
  return { project: withSources(project, [...sources, { id: source, file }]), source }
}

/**
 * Changes how the bytes of a source are read; a part that is undefined is found out from the file. What was known of
 * its columns goes, because other bytes between the delimiters may mean other columns.
 */
export const setDialect = (project: Project, id: string, patch: Partial<Dialect>): Project =>
  changeSource(project, id, (source) => {
    const before: Partial<Dialect> = source.dialect ?? {}
    const dialect = patched(before, patch)
    return dialect === before
      ? source
      : patched(source, { dialect: Object.keys(dialect).length ? dialect : undefined, columns: undefined })
  })

/** Accepts a source's file as it now is: its hash, and the columns that it has. */
export const acceptSource = (
  project: Project,
  id: string,
  found: Required<Pick<Source, 'sha256' | 'columns'>>,
): Project => changeSource(project, id, (source) => patched(source, found))
