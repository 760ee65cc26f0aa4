import type { ColumnRef } from '../../../shared/edits/columns.ts'
import type { ColumnProfile } from '../../../shared/table.ts'
import { useProject } from '../../store/document.ts'
import { useProfileAfterSteps } from '../../store/stepReport.ts'

/** What is known of a column; undefined while its source is not read, and when the file does not have it. */
export const useColumn = (column: ColumnRef | undefined): ColumnProfile | undefined => {
  const first = useProject(({ data }) => data.sources[0]?.id)
  const profile = useProfileAfterSteps(column?.source ?? first)
  return column && profile?.columns.find(({ name }) => name === column.column)
}
