import type { Project } from '../../project.ts'
import type { ColumnType } from '../../table.ts'

/** A document whose sources have the columns that their files have, so that what steps ask for can be checked. */
export const withColumns = (
  project: Project,
  columnsOf: (source: string) => readonly { readonly name: string; readonly type: ColumnType }[] | undefined,
): Project => {
  const sources = project.data.sources.map((source) => {
    const columns = columnsOf(source.id)
    return columns
      ? { ...source, columns: Object.fromEntries(columns.map(({ name, type }) => [name, { type }])) }
      : source
  })
  return { ...project, data: { ...project.data, sources } }
}
