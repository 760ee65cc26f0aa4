import { addLayerNode } from '../edits/addNode.ts'
import { findNode, inputPorts } from '../graph.ts'
import { findLayer, type LayerType } from '../layers/index.ts'
import type { Edge, Project } from '../project.ts'

/** Leads several edges of one port through a new layer that makes one tensor of theirs. */
export const insertMerge = (project: Project, edges: readonly Edge[], type: string): Project => {
  const [first] = edges
  const target = first && findNode(project, first.to)
  if (!first || !target || !findLayer(type)) return project
  const place = { x: target.x - 130, y: target.y + 140, ...(target.group ? { group: target.group } : {}) }
  const { project: added, node } = addLayerNode(project, type as LayerType, place)
  const made = findNode(added, node)
  const into = made && inputPorts(added, made)?.[0]?.name
  if (into === undefined) return project
  const led = added.edges.map((edge) => (edges.includes(edge) ? { ...edge, to: node, in: into } : edge))
  return { ...added, edges: [...led, { from: node, out: 'output', to: first.to, in: first.in }] }
}
