import { useMemo } from 'react'
import { withColumns } from '../../shared/prep/steps/withColumns.ts'
import type { Project } from '../../shared/project.ts'
import { useProject } from './document.ts'
import { useSources } from './table.ts'

/** The open document with the columns that its files have, as far as they are read. */
export const useReadProject = (): Project => {
  const project = useProject((whole) => whole)
  const states = useSources()
  return useMemo(
    () =>
      withColumns(project, (id) => {
        const state = states[id]
        return state?.kind === 'ready' ? state.profile.columns : undefined
      }),
    [project, states],
  )
}
