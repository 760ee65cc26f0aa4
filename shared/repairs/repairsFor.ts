import type { GraphAnalysis } from '../infer.ts'
import { type Problem, ProblemError } from '../problems.ts'
import type { Project } from '../project.ts'
import { mends } from './mends.ts'
import { caseOf, type Repair } from './repair.ts'
import { repairRules } from './repairRules.ts'

/** No more ways than this are offered for one problem. */
const most = 4

const tried = (repair: Repair, project: Project): Project => {
  try {
    return repair.apply(project)
  } catch (error) {
    if (error instanceof ProblemError) return project
    throw error
  }
}

const sayTheSame = (one: Repair, other: Repair) =>
  one.code === other.code && JSON.stringify(one.values) === JSON.stringify(other.values)

/**
 * The ways to mend a problem, the likeliest first. Each was tried out: it takes this problem away and brings no new one
 * that could have been seen before.
 */
export const repairsFor = (
  project: Project,
  analysis: GraphAnalysis,
  id: string | null,
  problem: Problem,
): readonly Repair[] => {
  const place = caseOf(project, analysis, id, problem)
  const found: Repair[] = []
  for (const rule of repairRules) {
    if (!rule.codes.includes(problem.code)) continue
    for (const repair of rule.suggest(place)) {
      if (found.length >= most) return found
      if (found.some((one) => sayTheSame(one, repair))) continue
      const next = tried(repair, project)
      if (next !== project && mends(project, analysis, id, problem, next)) found.push(repair)
    }
  }
  return found
}
