import { findNode } from '../graph.ts'
import { type GraphNode, isCall, type Project } from '../project.ts'

/** Leaves calls of layers out of the model, or takes them back in; inputs, outputs and missing nodes are ignored. */
export const bypassNodes = (project: Project, ids: readonly string[], bypassed: boolean): Project => {
  const changed: Record<string, GraphNode> = {}
  for (const id of ids) {
    const node = findNode(project, id)
    if (!node || !isCall(node) || (node.bypassed === true) === bypassed) continue
    const { bypassed: _, ...rest } = node
    changed[id] = (bypassed ? { ...rest, bypassed } : rest) as GraphNode
  }
  return Object.keys(changed).length ? { ...project, nodes: { ...project.nodes, ...changed } } : project
}
