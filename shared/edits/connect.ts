import { findNode, indexGraph, inputPorts, outputPorts, reaches } from '../graph.ts'
import { nodeTitle } from '../names.ts'
import { type Problem, ProblemError } from '../problems.ts'
import { type Edge, edgeSchema, type Project } from '../project.ts'
import { checked } from './check.ts'

const isSame = (one: Edge, other: Edge) =>
  one.from === other.from && one.out === other.out && one.to === other.to && one.in === other.in

/** Why this edge can't be drawn (unknownPort, edgeBroken or cycle), or null. Fast enough to ask while the mouse moves. */
export const connectProblem = (project: Project, edge: Edge): Problem | null => {
  const from = findNode(project, edge.from)
  const to = findNode(project, edge.to)
  if (!from || !to) return { code: 'edgeBroken', values: { from: edge.from, to: edge.to } }
  const outs = outputPorts(project, from)
  if (outs && !outs.some(({ name }) => name === edge.out)) {
    return { code: 'unknownPort', values: { port: edge.out, node: nodeTitle(project, from) } }
  }
  const ins = inputPorts(project, to)
  if (ins && !ins.some(({ name }) => name === edge.in)) {
    return { code: 'unknownPort', values: { port: edge.in, node: nodeTitle(project, to) } }
  }
  const loops = reaches(indexGraph(project), edge.to, edge.from)
  return loops ? { code: 'cycle', values: { node: nodeTitle(project, to) } } : null
}

/**
 * Draws an edge. At a port that takes one edge it replaces the one that is there, in place. An edge that is already
 * there changes nothing. Throws the problem of `connectProblem`.
 */
export const connect = (project: Project, edge: Edge): Project => {
  if (project.edges.some((other) => isSame(other, edge))) return project
  const problem = connectProblem(project, edge)
  if (problem) throw new ProblemError(problem.code, problem.values)
  checked(edgeSchema, edge, 'edge')
  const to = findNode(project, edge.to)
  const port = to && inputPorts(project, to)?.find(({ name }) => name === edge.in)
  const index =
    port && !port.many ? project.edges.findIndex((other) => other.to === edge.to && other.in === edge.in) : -1
  const edges = index < 0 ? [...project.edges, edge] : project.edges.with(index, edge)
  return { ...project, edges }
}

/** Takes these edges away; edges that are not there are ignored. */
export const disconnect = (project: Project, edges: readonly Edge[]): Project => {
  const left = project.edges.filter((edge) => !edges.some((gone) => isSame(edge, gone)))
  return left.length === project.edges.length ? project : { ...project, edges: left }
}
