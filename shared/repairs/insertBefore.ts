import { addLayerNode } from '../edits/addNode.ts'
import { moveNodes } from '../edits/setValues.ts'
import { findNode, indexGraph, inputPorts, outputPorts } from '../graph.ts'
import { findLayer, type LayerType } from '../layers/index.ts'
import type { Edge, GraphNode, LayerEntry, Project } from '../project.ts'

/** A card and the gap after it, in canvas units. */
const step = 260

const behind = (project: Project, id: string): ReadonlySet<string> => {
  const { outgoing } = indexGraph(project)
  const seen = new Set([id])
  for (const one of seen) for (const { to } of outgoing.get(one) ?? []) seen.add(to)
  return seen
}

/** Moves a node and what follows it to the right, unless there is room for a card before it already. */
const madeRoom = (project: Project, source: GraphNode, to: string, target: GraphNode): Project => {
  const missing = source.x + 2 * step - target.x
  if (missing <= 0) return project
  const places = [...behind(project, to)].flatMap((id) => {
    const node = findNode(project, id)
    return node && node.x >= target.x ? [[id, { x: node.x + missing, y: node.y }] as const] : []
  })
  return moveNodes(project, Object.fromEntries(places))
}

/** Puts a new layer on each of these edges; what they enter moves over. The document itself when one is gone. */
export const insertBefore = (
  project: Project,
  edges: readonly Edge[],
  type: string,
  params: LayerEntry['params'] = {},
): Project => {
  let result = project
  for (const edge of edges) {
    const source = findNode(result, edge.from)
    const target = findNode(result, edge.to)
    const at = result.edges.findIndex(
      (one) => one.from === edge.from && one.out === edge.out && one.to === edge.to && one.in === edge.in,
    )
    if (!source || !target || at < 0 || !findLayer(type)) return project
    const group = target.group
    const place = { x: Math.max(source.x + step, target.x - step), y: target.y, ...(group ? { group } : {}) }
    const roomy = madeRoom(result, source, edge.to, target)
    const { project: added, node } = addLayerNode(roomy, type as LayerType, place, { params })
    const made = findNode(added, node)
    const into = made && inputPorts(added, made)?.[0]?.name
    const out = made && outputPorts(added, made)?.[0]?.name
    if (into === undefined || out === undefined) return project
    const entering: Edge = { from: edge.from, out: edge.out, to: node, in: into }
    const edgesNow = added.edges.toSpliced(at, 1, entering, { ...edge, from: node, out })
    result = { ...added, edges: edgesNow }
  }
  return result
}
