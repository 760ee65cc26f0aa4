import { insertOnEdge } from '../../../shared/edits/insertOnEdge.ts'
import { moveNodes } from '../../../shared/edits/setValues.ts'
import { indexGraph } from '../../../shared/graph.ts'
import type { Edge, Project } from '../../../shared/project.ts'
import { nodeRects } from './addBeside.ts'

const gap = 64
const snapped = (value: number) => Math.round(value / 8) * 8

/** A node and everything behind it. */
const downstream = (project: Project, id: string): ReadonlySet<string> => {
  const { outgoing } = indexGraph(project)
  const seen = new Set([id])
  for (const one of seen) for (const { to } of outgoing.get(one) ?? []) seen.add(to)
  return seen
}

/**
 * Puts a node on an edge. Where there is no room between the ends of the edge, the node goes right behind the first end
 * and everything behind it moves on.
 */
export const insertHere = (project: Project, edge: Edge, id: string): Project => {
  const inserted = insertOnEdge(project, edge, id)
  if (inserted === project) return project
  const rects = nodeRects(inserted)
  const [from, card, to] = [edge.from, id, edge.to].map((one) => rects.get(one))
  if (!from || !card || !to || to.x <= from.x) return inserted
  const right = from.x + from.width
  const fits = card.x >= right + gap / 2 && card.x + card.width + gap / 2 <= to.x
  if (fits) return inserted
  const x = Math.max(right + gap, Math.min(card.x, to.x - gap - card.width))
  const y = (from.y + from.height / 2 + to.y + to.height / 2) / 2 - card.height / 2
  const shift = Math.max(0, Math.ceil((x + card.width + gap - to.x) / 8) * 8)
  const places: Record<string, { x: number; y: number }> = { [id]: { x: snapped(x), y: snapped(y) } }
  for (const one of shift > 0 ? downstream(inserted, edge.to) : []) {
    const node = inserted.nodes[one]
    if (node) places[one] = { x: node.x + shift, y: node.y }
  }
  return moveNodes(inserted, places)
}
