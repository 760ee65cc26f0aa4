import { disconnect } from '../edits/connect.ts'
import { findNode, outputPorts, reaches } from '../graph.ts'
import { nodeTitle } from '../names.ts'
import { type Edge, isOutput } from '../project.ts'
import type { Case, Repair, RepairRule } from './repair.ts'

/** Nodes that could feed this one without a loop: those whose result nothing uses first, then the nearest before it. */
const sources = ({ project, analysis, index }: Case, to: string): readonly string[] => {
  const able = analysis.order.filter((id) => {
    const node = findNode(project, id)
    return node && !isOutput(node) && !reaches(index, to, id)
  })
  const isUnused = (id: string) => analysis.nodes[id]?.problems.some(({ code }) => code === 'outputUnused')
  return [...able.filter(isUnused), ...able.filter((id) => !isUnused(id)).toReversed()].slice(0, 6)
}

/** The edge that closes a loop taken away, or drawn from a node outside the loop. The edges of the node's own first, the latest before. */
export const breakCycle: RepairRule = {
  codes: ['cycle'],
  suggest: (at) => {
    const { project, index, id, incoming } = at
    if (id === null) return []
    const closing = incoming.filter(({ from }) => reaches(index, id, from)).toReversed()
    const redirected = (edge: Edge) =>
      sources(at, edge.to).map((from): Repair => {
        const node = findNode(project, from)
        const out = (node && outputPorts(project, node)?.[0]?.name) ?? edge.out
        return {
          code: 'redirectEdge',
          values: { node: node ? nodeTitle(project, node) : from },
          apply: (now) => ({
            ...now,
            edges: now.edges.map((one) => (one === edge ? { ...one, from, out } : one)),
          }),
        }
      })
    return closing.flatMap((edge): readonly Repair[] => [
      { code: 'removeEdge', values: {}, apply: (now) => disconnect(now, [edge]) },
      ...redirected(edge),
    ])
  },
}
