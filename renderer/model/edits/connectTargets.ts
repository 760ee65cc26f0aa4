import { type GraphIndex, indexGraph, inputPorts, outputPorts } from '../../../shared/graph.ts'
import type { Project } from '../../../shared/project.ts'
import type { LooseEnd } from './connectNodes.ts'

const reachable = ({ incoming, outgoing }: GraphIndex, from: string, side: LooseEnd['side']) => {
  const seen = new Set([from])
  for (const id of seen) {
    const edges = side === 'source' ? incoming.get(id) : outgoing.get(id)
    for (const edge of edges ?? []) seen.add(side === 'source' ? edge.from : edge.to)
  }
  return seen
}

/** Nodes where an edge being drawn may end: they have ports on that side and close no loop. One walk over the graph. */
export const connectTargets = (project: Project, end: LooseEnd): ReadonlySet<string> => {
  const closing = reachable(indexGraph(project), end.node, end.side)
  const targets = Object.entries(project.nodes).filter(([id, node]) => {
    const ports = end.side === 'source' ? inputPorts(project, node) : outputPorts(project, node)
    return !closing.has(id) && (ports === null || ports.length > 0)
  })
  return new Set(targets.map(([id]) => id))
}
