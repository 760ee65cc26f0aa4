import { useEffect, useState } from 'react'
import type { Problem } from '../../../shared/problems.ts'
import type { Repair } from '../../../shared/repairs/repair.ts'
import { useAnalysis } from '../../store/analysis.ts'
import { useDocument, useProject } from '../../store/document.ts'
import { repairsOf } from './repairsOf.ts'

const none: readonly Repair[] = []

/**
 * The ways to mend a problem. They are looked for while the page has nothing else to do, so that typing never waits for
 * them; until then those found last are kept. None in a document that may not be changed.
 */
export const useRepairs = (id: string | null, problem: Problem): readonly Repair[] => {
  const project = useProject((all) => all)
  const analysis = useAnalysis((all) => all)
  const canEdit = !useDocument((state) => state.readOnly)
  const [repairs, setRepairs] = useState(none)
  useEffect(() => {
    const handle = requestIdleCallback(() => setRepairs(repairsOf(project, analysis, id, problem)), {
      timeout: 500,
    })
    return () => cancelIdleCallback(handle)
  }, [project, analysis, id, problem])
  return canEdit ? repairs : none
}
