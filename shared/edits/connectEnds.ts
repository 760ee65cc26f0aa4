import type { VisibleEnd, VisibleGraph } from '../blocks.ts'
import { findNode, inputPorts } from '../graph.ts'
import { type Problem, ProblemError } from '../problems.ts'
import type { Edge, Project } from '../project.ts'
import { connect, connectProblem } from './connect.ts'

/** An edge to be drawn between what is seen, and whether it takes the place of what entered there. */
export interface EndsEdge {
  readonly edge: Edge
  /** A block's port that takes one tensor, though the port inside takes many. */
  readonly replaces: boolean
}

/** The document's edges that one edge between visible ports stands for: one for each inner end of a block's port. */
export const edgesBetween = (
  { blocks }: VisibleGraph,
  from: VisibleEnd,
  to: VisibleEnd,
): readonly EndsEdge[] => {
  const leaving =
    from.block === null ? null : blocks.get(from.block)?.outputs.find(({ name }) => name === from.port)
  const entering =
    to.block === null ? null : blocks.get(to.block)?.inputs.find(({ name }) => name === to.port)
  const source = leaving ? { node: leaving.from, out: leaving.out } : { node: from.node, out: from.port }
  const targets = entering ? entering.to : [{ node: to.node, in: to.port }]
  return targets.flatMap(({ node, in: port }) =>
    source.node === null || node === null
      ? []
      : [
          {
            edge: { from: source.node, out: source.out, to: node, in: port },
            replaces: Boolean(entering && !entering.many),
          },
        ],
  )
}

/** The first reason why these edges can't be drawn, or null. */
export const endsProblem = (project: Project, edges: readonly EndsEdge[]): Problem | null => {
  for (const { edge } of edges) {
    const problem = connectProblem(project, edge)
    if (problem) return problem
  }
  return null
}

const replacing = (project: Project, edge: Edge, outside: (id: string) => boolean): Project => {
  const node = findNode(project, edge.to)
  const isMany = node && inputPorts(project, node)?.find(({ name }) => name === edge.in)?.many
  const old = isMany
    ? project.edges.findIndex((one) => one.to === edge.to && one.in === edge.in && outside(one.from))
    : -1
  if (old < 0) return connect(project, edge)
  const problem = connectProblem(project, edge)
  if (problem) throw new ProblemError(problem.code, problem.values)
  return { ...project, edges: project.edges.with(old, edge) }
}

/** Draws all edges that one edge between visible ports stands for. Throws the problem of `connect`. */
export const connectEnds = (
  project: Project,
  { hidden }: VisibleGraph,
  edges: readonly EndsEdge[],
): Project =>
  edges.reduce((next, { edge, replaces }) => {
    const block = hidden.get(edge.to)
    return replaces ? replacing(next, edge, (id) => hidden.get(id) !== block) : connect(next, edge)
  }, project)
