import type { GraphAnalysis } from '../../../shared/infer.ts'
import type { Problem } from '../../../shared/problems.ts'
import type { Project } from '../../../shared/project.ts'
import type { Repair } from '../../../shared/repairs/repair.ts'
import { repairsFor } from '../../../shared/repairs/repairsFor.ts'

const known = new WeakMap<GraphAnalysis, Map<string, readonly Repair[]>>()

/** The repairs of a problem in this state of the document; each is looked for once. */
export const repairsOf = (
  project: Project,
  analysis: GraphAnalysis,
  id: string | null,
  problem: Problem,
): readonly Repair[] => {
  const all = known.get(analysis) ?? new Map<string, readonly Repair[]>()
  known.set(analysis, all)
  const key = JSON.stringify([id, problem])
  const repairs = all.get(key) ?? repairsFor(project, analysis, id, problem)
  all.set(key, repairs)
  return repairs
}
