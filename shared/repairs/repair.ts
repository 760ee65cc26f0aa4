import type { GraphAnalysis } from '../infer.ts'
import { type GraphIndex, indexGraph } from '../graph.ts'
import type { Problem, ProblemCode } from '../problems.ts'
import type { Edge, GraphNode, Project } from '../project.ts'

/** Everything that mends a problem by itself. Sentences are made from `repairs.<code>` in the page's translations. */
export const repairCodes = [
  'insertLayer',
  'insertReshape',
  'returnSequences',
  'padSame',
  'smallerWindow',
  'freeAxis',
  'lastAxis',
  'resetParam',
  'nearestValue',
  'setUnits',
  'setIds',
  'setActivation',
  'setLoss',
  'setLossAndActivation',
  'dropMetrics',
  'setInputType',
  'setInputShape',
  'dropColumn',
  'addInput',
  'addOutput',
  'connectTo',
  'connectFrom',
  'removeNode',
  'removeEdge',
  'removeEdges',
  'usePort',
  'mergeEdges',
  'redirectEdge',
  'unshare',
  'bypass',
  'endBypass',
  'smallerBatch',
] as const
export type RepairCode = (typeof repairCodes)[number]

/** One way to mend a problem, with the values its sentence needs. */
export interface Repair {
  readonly code: RepairCode
  readonly values: Readonly<Record<string, string | number>>
  /** There is no other sensible answer, so that all of these may be done at once. */
  readonly isPlain?: boolean
  /** The mended document. May throw a `ProblemError` for a document that changed meanwhile. */
  readonly apply: (project: Project) => Project
}

/** A problem in its place. */
export interface Case {
  readonly project: Project
  readonly analysis: GraphAnalysis
  readonly problem: Problem
  /** The node that has it, and its id; absent when it belongs to the whole graph. */
  readonly id: string | null
  readonly node: GraphNode | undefined
  readonly index: GraphIndex
  /** Edges that enter and leave that node. */
  readonly incoming: readonly Edge[]
  readonly outgoing: readonly Edge[]
}

/** What may mend certain problems. What it suggests is tried out before it is offered, so it may guess. */
export interface RepairRule {
  readonly codes: readonly ProblemCode[]
  readonly suggest: (at: Case) => readonly Repair[]
}

/** Puts a problem in its place. */
export const caseOf = (
  project: Project,
  analysis: GraphAnalysis,
  id: string | null,
  problem: Problem,
): Case => {
  const index = indexGraph(project)
  const key = id ?? ''
  const node = Object.hasOwn(project.nodes, key) ? project.nodes[key] : undefined
  const incoming = index.incoming.get(key) ?? []
  const outgoing = index.outgoing.get(key) ?? []
  return { project, analysis, problem, id, node, index, incoming, outgoing }
}
