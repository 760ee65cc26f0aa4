import { findNode, inputPorts, outputPorts } from '../graph.ts'
import type { Edge, Project } from '../project.ts'
import { connectProblem } from './connect.ts'

/** The ports by which a node would join an edge: its main ones, if nothing is connected to them yet. */
const joiningPorts = (project: Project, id: string): { readonly in: string; readonly out: string } | null => {
  const node = findNode(project, id)
  const into = node && inputPorts(project, node)?.[0]?.name
  const out = node && outputPorts(project, node)?.[0]?.name
  if (into === undefined || out === undefined) return null
  const isTaken = project.edges.some(
    (edge) => (edge.to === id && edge.in === into) || (edge.from === id && edge.out === out),
  )
  return isTaken ? null : { in: into, out }
}

/** Whether a node could join an edge somewhere: its main ports are both there and free. */
export const isLoose = (project: Project, id: string): boolean => joiningPorts(project, id) !== null

/** Whether a node can be put on an edge: it has a main input and a main output, both free, and closes no loop. */
export const canInsert = (project: Project, edge: Edge, id: string): boolean => {
  if (edge.from === id || edge.to === id) return false
  const ports = joiningPorts(project, id)
  if (!ports) return false
  const first = { from: edge.from, out: edge.out, to: id, in: ports.in }
  const second = { from: id, out: ports.out, to: edge.to, in: edge.in }
  return connectProblem(project, first) === null && connectProblem(project, second) === null
}

/** Puts a node on an edge: what fed the edge feeds the node, and the node feeds what the edge fed, in the edge's place. */
export const insertOnEdge = (project: Project, edge: Edge, id: string): Project => {
  const ports = joiningPorts(project, id)
  const index = project.edges.indexOf(edge)
  if (!ports || index < 0 || !canInsert(project, edge, id)) return project
  const entering: Edge = { from: edge.from, out: edge.out, to: id, in: ports.in }
  const leaving: Edge = { ...edge, from: id, out: ports.out }
  return {
    ...project,
    edges: [...project.edges.slice(0, index), entering, leaving, ...project.edges.slice(index + 1)],
  }
}
