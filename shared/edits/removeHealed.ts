import { isStraightOut, straightEdge } from '../bypass.ts'
import { findNode, indexGraph } from '../graph.ts'
import { inferGraph, type NodeAnalysis } from '../infer.ts'
import type { Edge, Project } from '../project.ts'
import { removeNodes } from './removeNodes.ts'

/** Problems that a healed edge may leave on the node it enters: they are not about what arrives. */
const harmless = new Set(['outputUnused', 'inputNotConnected'])

const codesOf = (analysis: NodeAnalysis | undefined) =>
  new Set(analysis?.problems.map(({ code }) => code).filter((code) => !harmless.has(code)))

/** The edges that lead into each removed node's successors, from what fed the removed nodes. */
const healingEdges = (project: Project, gone: ReadonlySet<string>): ReadonlyMap<Edge, Edge> => {
  const { incoming } = indexGraph(project)
  const healing = new Map<Edge, Edge>()
  for (const edge of project.edges) {
    if (!gone.has(edge.from) || gone.has(edge.to)) continue
    let at: Edge | undefined = edge
    for (const seen = new Set<string>(); at && gone.has(at.from) && !seen.has(at.from); ) {
      seen.add(at.from)
      const node = findNode(project, at.from)
      at =
        node && isStraightOut(project, node, at.out)
          ? straightEdge(project, node, incoming.get(at.from) ?? [])
          : undefined
    }
    if (at && !gone.has(at.from)) healing.set(edge, { ...edge, from: at.from, out: at.out })
  }
  return healing
}

const withEdges = (project: Project, healing: ReadonlyMap<Edge, Edge>): Project => {
  const key = ({ from, out, to, in: port }: Edge) => JSON.stringify([from, out, to, port])
  const there = new Set(project.edges.filter((edge) => !healing.has(edge)).map(key))
  const edges = project.edges.map((edge) => {
    const healed = healing.get(edge)
    if (!healed || there.has(key(healed))) return edge
    there.add(key(healed))
    return healed
  })
  return { ...project, edges }
}

/**
 * The document without these nodes, with what fed each of them connected to what it fed, in the place of the old edges.
 * Left open where a node has no single main input, where another of its outputs was used, or where the node behind
 * could not take the tensor.
 */
export const removeHealed = (project: Project, ids: readonly string[]): Project => {
  const gone = new Set(ids)
  const healing = healingEdges(project, gone)
  if (healing.size === 0) return removeNodes(project, ids)
  const before = inferGraph(project).nodes
  const after = inferGraph(removeNodes(withEdges(project, healing), ids)).nodes
  const suits = ({ to }: Edge) => {
    const known = codesOf(before[to])
    return [...codesOf(after[to])].every((code) => known.has(code))
  }
  const suitable = new Map([...healing].filter(([edge]) => suits(edge)))
  return removeNodes(withEdges(project, suitable), ids)
}
