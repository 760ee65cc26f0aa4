import { useMemo } from 'react'
import { stepProblems } from '../../shared/prep/steps/stepProblems.ts'
import type { Problem } from '../../shared/problems.ts'
import { type PlacedProblem, placedProblems, useAnalysis } from './analysis.ts'
import { useStepReport } from './stepReport.ts'
import { useReadProject } from './useReadProject.ts'

const stepOf = ({ values }: Problem) => values?.['step']

/**
 * Every problem of the open document: those of its graph, and those of its steps that show only once the files are read
 * or the steps are taken. A step is told of once.
 */
export const useAllProblems = (): readonly PlacedProblem[] => {
  const analysis = useAnalysis((all) => all)
  const project = useReadProject()
  const { report, problem } = useStepReport()
  return useMemo(() => {
    const placed = placedProblems(analysis)
    const told = new Set<unknown>(placed.map((one) => stepOf(one.problem)))
    const late = [...stepProblems(project), report?.problem, problem].flatMap((one) => {
      const step = one && stepOf(one)
      if (!one || step === undefined || told.has(step)) return []
      told.add(step)
      return [{ node: null, problem: one }]
    })
    return [...placed, ...late]
  }, [analysis, project, report, problem])
}
