import { indexGraph } from '../../../shared/graph.ts'
import type { GraphAnalysis } from '../../../shared/infer.ts'
import { modelNames } from '../../../shared/names.ts'
import { isOutput, type Project } from '../../../shared/project.ts'
import { nodeCard, sharedLayers } from '../card/nodeCard.ts'
import type { WantedNode } from './reconcileNodes.ts'

/** What the document wants on the canvas, in document order */
export const wantedNodes = (project: Project, analysis: GraphAnalysis): readonly WantedNode[] => {
  const { incoming, outgoing } = indexGraph(project)
  const context = { project, analysis, incoming, outgoing, shared: sharedLayers(project.nodes) }
  const { outputs } = modelNames(project)
  return Object.entries(project.nodes).map(([id, node]) => {
    const own = nodeCard(context, id, node)
    const card = isOutput(node) ? { ...own, name: outputs.get(id) ?? own.name } : own
    return { id, x: node.x, y: node.y, card }
  })
}
