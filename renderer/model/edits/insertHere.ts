import { insertOnEdge } from '../../../shared/edits/insertOnEdge.ts'
import { moveNodes } from '../../../shared/edits/setValues.ts'
import { commonGroup, groupTree } from '../../../shared/groups.ts'
import type { Edge, Project } from '../../../shared/project.ts'
import { cardOf } from '../groups/flowSelection.ts'
import { nodePlaces } from '../groups/groupMoves.ts'
import { type SeenEdge, seenEdges, seenRects } from '../groups/seenGraph.ts'
import { onGrid } from '../onGrid.ts'

const gap = 64

/** A card and everything behind it. */
const downstream = (edges: readonly SeenEdge[], card: string): ReadonlySet<string> => {
  const seen = new Set([card])
  for (const one of seen) for (const { from, to } of edges) if (from === one) seen.add(to)
  return seen
}

/** The node in the innermost group that has both ends of the edge it was put on, unless it is in one already. */
const grouped = (project: Project, edge: Edge, id: string): Project => {
  const group = commonGroup(project, groupTree(project), [edge.from, edge.to])
  const node = project.nodes[id]
  if (group === null || !node || node.group !== undefined) return project
  return { ...project, nodes: { ...project.nodes, [id]: { ...node, group } } }
}

/**
 * Puts a node on an edge. Where there is no room between the ends of the edge, the node goes right behind the first end
 * and everything behind it moves on.
 */
export const insertHere = (project: Project, edge: Edge, id: string): Project => {
  const onEdge = insertOnEdge(project, edge, id)
  if (onEdge === project) return project
  const inserted = grouped(onEdge, edge, id)
  const rects = seenRects(inserted)
  const end = cardOf(inserted, edge.to)
  const [from, card, to] = [cardOf(inserted, edge.from), id, end].map((one) => rects.get(one))
  if (!from || !card || !to || to.x <= from.x) return inserted
  const right = from.x + from.width
  const fits = card.x >= right + gap / 2 && card.x + card.width + gap / 2 <= to.x
  if (fits) return inserted
  const x = Math.max(right + gap, Math.min(card.x, to.x - gap - card.width))
  const y = (from.y + from.height / 2 + to.y + to.height / 2) / 2 - card.height / 2
  const shift = Math.max(0, Math.ceil((x + card.width + gap - to.x) / 8) * 8)
  const places: Record<string, { x: number; y: number }> = { [id]: { x: onGrid(x), y: onGrid(y) } }
  for (const one of shift > 0 ? downstream(seenEdges(inserted), end) : []) {
    const rect = rects.get(one)
    if (rect) places[one] = { x: rect.x + shift, y: rect.y }
  }
  return moveNodes(inserted, nodePlaces(inserted, places))
}
