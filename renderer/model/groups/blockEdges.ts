import { visibleEnds } from '../../../shared/blocks.ts'
import type { Project } from '../../../shared/project.ts'
import type { CanvasEdge } from '../canvas/canvasEdges.ts'
import { groupTitle } from './blockCard.ts'
import { groupFlowId } from './flowIds.ts'
import { visibleOf } from './visibleOf.ts'

/**
 * The edges as they are seen: those inside a block are left out, those at a block end at its port, and several that would
 * lie on one another become one that stands for all of them.
 */
export const blockEdges = (
  project: Project,
  edges: readonly CanvasEdge[],
  selection: ReadonlySet<string>,
): readonly CanvasEdge[] => {
  const visible = visibleOf(project)
  if (visible.blocks.size === 0) return edges
  const seen = new Map<string, CanvasEdge>()
  for (const edge of edges) {
    const ends = edge.data && visibleEnds(visible, edge.data.edge)
    if (!edge.data || !ends) continue
    const { from, to } = ends
    if (from.block === null && to.block === null) {
      seen.set(edge.id, edge)
      continue
    }
    const source = from.block === null ? edge.source : groupFlowId(from.block)
    const target = to.block === null ? edge.target : groupFlowId(to.block)
    const id = JSON.stringify([source, from.port, target, to.port])
    const known = seen.get(id)
    const data = {
      ...edge.data,
      edges: [...(known?.data?.edges ?? []), edge.data.edge],
      from: from.block === null ? edge.data.from : groupTitle(project, from.block),
      to: to.block === null ? edge.data.to : groupTitle(project, to.block),
      isQuiet: edge.data.isQuiet && (known?.data?.isQuiet ?? true),
    }
    seen.set(id, {
      ...edge,
      id,
      source,
      sourceHandle: from.port,
      target,
      targetHandle: to.port,
      selected: selection.has(id),
      data,
    })
  }
  return [...seen.values()]
}
