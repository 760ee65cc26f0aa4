import type { ColumnProfile } from '../../../shared/table.ts'
import { useProject } from '../../store/document.ts'
import { useProfile } from '../../store/table.ts'

/** The columns of the project's first data source once its file is read; null without data. */
export const useColumns = (): readonly ColumnProfile[] | null => {
  const source = useProject(({ data }) => data.sources[0]?.id)
  const profile = useProfile(source)
  return source === undefined ? null : (profile?.columns ?? [])
}
