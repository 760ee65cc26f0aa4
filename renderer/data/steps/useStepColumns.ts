import { useMemo } from 'react'
import type { ColumnProfile } from '../../../shared/table.ts'
import { useProject } from '../../store/document.ts'
import { useProfileAfterSteps } from '../../store/stepReport.ts'
import { useSources } from '../../store/table.ts'

/** Every column that steps can name: those of all sources of training rows, and those that steps make. */
export const useStepColumns = (): readonly ColumnProfile[] => {
  const sources = useProject(({ data }) => data.sources)
  const states = useSources()
  const first = useProfileAfterSteps(sources[0]?.id)
  return useMemo(() => {
    const others = sources.slice(1).flatMap(({ id, part }) => {
      const state = part === 'test' ? undefined : states[id]
      return state?.kind === 'ready' ? state.profile.columns : []
    })
    const byName = new Map<string, ColumnProfile>()
    for (const column of [...(first?.columns ?? []), ...others])
      if (!byName.has(column.name)) byName.set(column.name, column)
    return [...byName.values()]
  }, [sources, states, first])
}
