import { placedProblems, useAnalysis } from '../../store/analysis.ts'

/** How many problems the model has; nothing while there is none. */
export function ProblemCount() {
  const count = useAnalysis((analysis) => placedProblems(analysis).length)
  return count > 0 ? <>{count}</> : null
}
