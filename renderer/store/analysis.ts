import { useStore } from 'zustand'
import { type GraphAnalysis, inferGraph } from '../../shared/infer.ts'
import type { Problem } from '../../shared/problems.ts'
import type { Project } from '../../shared/project.ts'
import { documentStore } from './document.ts'

const known = new WeakMap<Project, GraphAnalysis>()

/** Of the document that was looked at last: most of it holds for the next one. */
let latest: GraphAnalysis | undefined

/** What follows from a document's graph; worked out once per document, and only where an edit reached. */
export const analysisOf = (project: Project): GraphAnalysis => {
  let analysis = known.get(project)
  if (!analysis) {
    analysis = inferGraph(project, latest)
    latest = analysis
    known.set(project, analysis)
  }
  return analysis
}

/** A part of the open document's analysis; only inside a workspace, where one is open. */
export const useAnalysis = <T>(select: (analysis: GraphAnalysis) => T): T =>
  useStore(documentStore, ({ project }) => {
    if (!project) throw new Error('No document is open.')
    return select(analysisOf(project))
  })

/** A problem and the node it is at; null when it belongs to the whole graph. */
export interface PlacedProblem {
  readonly node: string | null
  readonly problem: Problem
}

/** Every problem of a graph, those of the whole first. */
export const placedProblems = ({ problems, nodes }: GraphAnalysis): readonly PlacedProblem[] => [
  ...problems.map((problem) => ({ node: null, problem })),
  ...Object.entries(nodes).flatMap(([node, { problems: own }]) => own.map((problem) => ({ node, problem }))),
]
