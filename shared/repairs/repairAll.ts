import { type GraphAnalysis, inferGraph } from '../infer.ts'
import type { Project } from '../project.ts'
import { repairsFor } from './repairsFor.ts'

/** The first problem that has only one sensible answer, mended. */
const step = (project: Project, analysis: GraphAnalysis): Project | null => {
  const placed = [
    ...analysis.problems.map((problem) => [null, problem] as const),
    ...Object.entries(analysis.nodes).flatMap(([id, { problems }]) =>
      problems.map((problem) => [id, problem] as const),
    ),
  ]
  for (const [id, problem] of placed) {
    const repair = repairsFor(project, analysis, id, problem).find(({ isPlain }) => isPlain)
    if (repair) return repair.apply(project)
  }
  return null
}

/** The document with everything mended that has only one sensible answer, one after the other. */
export const repairAll = (project: Project): Project => {
  let mended = project
  let analysis = inferGraph(project)
  // Each step takes a problem away and brings none, so this ends; what shows only afterwards is counted in.
  for (let left = 1000; left > 0; left--) {
    const next = step(mended, analysis)
    if (!next) break
    mended = next
    analysis = inferGraph(next, analysis)
  }
  return mended
}
