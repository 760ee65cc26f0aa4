import { connect, connectProblem } from '../../../shared/edits/connect.ts'
import { findNode, inputPorts, outputPorts } from '../../../shared/graph.ts'
import { type Problem, ProblemError } from '../../../shared/problems.ts'
import type { Edge, Project } from '../../../shared/project.ts'

/** One end of an edge being drawn: the port it left, and the side it left from. */
export interface LooseEnd {
  readonly node: string
  readonly port: string
  readonly side: 'source' | 'target'
}

const isTaken = (project: Project, node: string, port: string) =>
  project.edges.some((edge) => edge.to === node && edge.in === port)

/** The port of a node where an edge dropped on its card should end: the first free one, else the first. */
const landingPort = (project: Project, id: string, side: LooseEnd['side']): string | null => {
  const node = findNode(project, id)
  if (!node) return null
  const ports = (side === 'source' ? inputPorts(project, node) : outputPorts(project, node)) ?? []
  const free =
    side === 'source' ? ports.find(({ name, many }) => many || !isTaken(project, id, name)) : ports[0]
  return (free ?? ports[0])?.name ?? null
}

/** The edge between a loose end and a node, at the port that suits best; null when the node has none on that side. */
export const landingEdge = (project: Project, end: LooseEnd, node: string): Edge | null => {
  const port = landingPort(project, node, end.side)
  if (port === null || node === end.node) return null
  return end.side === 'source'
    ? { from: end.node, out: end.port, to: node, in: port }
    : { from: node, out: port, to: end.node, in: end.port }
}

/** Connects a loose end to a node. Throws the problem of `connect`; a node without such ports changes nothing. */
export const connectNodes = (project: Project, end: LooseEnd, node: string): Project | Problem => {
  const edge = landingEdge(project, end, node)
  return edge ? connect(project, edge) : project
}

/** Moves an edge to other ends, in one step. Throws the problem of `connect` on the document without the old edge. */
export const reconnect = (project: Project, old: Edge, next: Edge): Project => {
  const edges = project.edges.filter((edge) => edge !== old)
  const without = { ...project, edges }
  const problem = connectProblem(without, next)
  if (problem) throw new ProblemError(problem.code, problem.values)
  return connect(without, next)
}
