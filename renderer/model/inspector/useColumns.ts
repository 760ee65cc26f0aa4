import type { ColumnProfile } from '../../../shared/table.ts'
import { useProject } from '../../store/document.ts'
import { useProfileAfterSteps } from '../../store/stepReport.ts'

/** The columns of the project's first data source once its file is read; null without data. */
export const useColumns = (): readonly ColumnProfile[] | null => {
  const source = useProject(({ data }) => data.sources[0]?.id)
  const profile = useProfileAfterSteps(source)
  return source === undefined ? null : (profile?.columns ?? [])
}
