import type { GraphAnalysis } from '../../../shared/infer.ts'
import type { Project } from '../../../shared/project.ts'
import { cardsOf } from '../card/cardsOf.ts'
import type { WantedNode } from './reconcileNodes.ts'

/** What the document wants on the canvas, in document order */
export const wantedNodes = (project: Project, analysis: GraphAnalysis): readonly WantedNode[] =>
  [...cardsOf(project, analysis)].flatMap(([id, card]) => {
    const node = project.nodes[id]
    return node ? [{ id, x: node.x, y: node.y, card }] : []
  })
