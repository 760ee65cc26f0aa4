import type { GraphAnalysis } from '../../../shared/infer.ts'
import type { Project } from '../../../shared/project.ts'
import type { WantedNode } from '../canvas/reconcileNodes.ts'
import { wantedNodes } from '../canvas/wantedNodes.ts'
import { sharedLayers } from '../card/nodeCard.ts'
import { blockCard } from './blockCard.ts'
import { groupFlowId } from './flowIds.ts'
import { frameCard } from './frameCard.ts'
import { blockPlace, seenFrames } from './seenGraph.ts'
import { visibleOf } from './visibleOf.ts'

/** What the document wants on the canvas: frames first, so that they lie below; then nodes that are seen, and blocks. */
export const canvasParts = (project: Project, analysis: GraphAnalysis): readonly WantedNode[] => {
  const nodes = wantedNodes(project, analysis)
  if (Object.keys(project.groups).length === 0) return nodes
  const visible = visibleOf(project)
  const firstMark = sharedLayers(project.nodes).size
  const rects = seenFrames(project)
  const frames = visible.frames.flatMap((group): WantedNode[] => {
    const rect = rects.get(group)
    if (!rect) return []
    const { x, y, width, height } = rect
    const card = frameCard(project, analysis, visible, group, firstMark)
    return [{ id: groupFlowId(group), kind: 'frame', x, y, size: { width, height }, card }]
  })
  const blocks = [...visible.blocks].map((entry): WantedNode => {
    const [group, { members }] = entry
    const card = blockCard(project, analysis, visible, entry, firstMark)
    return { id: groupFlowId(group), kind: 'block', ...blockPlace(project, members), card }
  })
  return [...frames, ...nodes.filter(({ id }) => !visible.hidden.has(id)), ...blocks]
}
