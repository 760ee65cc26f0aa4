import type { ColumnRef } from '../../shared/edits/columns.ts'
import type { Project } from '../../shared/project.ts'

/** How the document names a column: columns of the first source go without its id. */
export const refOf = ({ data }: Project, source: string, column: string): ColumnRef =>
  data.sources[0]?.id === source ? { column } : { source, column }
