import { findNode, indexGraph, inputPorts, outputPorts } from './graph.ts'
import { type Edge, type GraphNode, isCall, type Project } from './project.ts'

/** Whether a node is left out of the model for now: what enters it goes straight through. */
export const isBypassed = (node: GraphNode): boolean => isCall(node) && node.bypassed === true

/** The edge whose tensor goes straight through a node: the only one at its main input port; undefined when there is none or more. */
export const straightEdge = (
  project: Project,
  node: GraphNode,
  incoming: readonly Edge[],
): Edge | undefined => {
  const ports = inputPorts(project, node)
  const entering = incoming.filter((edge) => ports === null || edge.in === ports[0]?.name)
  return entering.length === 1 ? entering[0] : undefined
}

/** Whether a tensor that goes straight through a node comes out at this port: only at the main one. */
export const isStraightOut = (project: Project, node: GraphNode, port: string): boolean => {
  const ports = outputPorts(project, node)
  return ports === null || ports[0]?.name === port
}

/**
 * The document as the model sees it: without bypassed nodes, their edges led on to what follows. Layers stay, so that
 * every name stays what it was. The document itself when nothing is bypassed.
 */
export const withoutBypassed = (project: Project): Project => {
  const left = Object.entries(project.nodes).filter(([, node]) => !isBypassed(node))
  if (left.length === Object.keys(project.nodes).length) return project
  const nodes = Object.fromEntries(left)
  const { incoming } = indexGraph(project)
  const follow = (edge: Edge): Pick<Edge, 'from' | 'out'> | null => {
    let at = edge
    for (const seen = new Set<string>(); !seen.has(at.from); ) {
      const node = findNode(project, at.from)
      if (!node || !isBypassed(node)) return { from: at.from, out: at.out }
      seen.add(at.from)
      const entering = straightEdge(project, node, incoming.get(at.from) ?? [])
      if (!entering || !isStraightOut(project, node, at.out)) return null
      at = entering
    }
    return null
  }
  const edges = project.edges.flatMap((edge) => {
    const to = findNode(project, edge.to)
    const source = to && isBypassed(to) ? null : follow(edge)
    if (!source) return []
    return source.from === edge.from ? [edge] : [{ ...edge, ...source }]
  })
  return { ...project, nodes, edges }
}
