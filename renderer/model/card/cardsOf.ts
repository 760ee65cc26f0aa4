import { indexGraph, layerOf } from '../../../shared/graph.ts'
import type { GraphAnalysis } from '../../../shared/infer.ts'
import { modelNames } from '../../../shared/names.ts'
import { type GraphNode, isCall, isOutput, type Project } from '../../../shared/project.ts'
import { isSame } from '../canvas/isSame.ts'
import { type CardContext, type NodeCard, nodeCard, sharedLayers } from './nodeCard.ts'

interface Cards {
  readonly project: Project
  readonly analysis: GraphAnalysis
  readonly shared: CardContext['shared']
  readonly outputs: ReadonlyMap<string, string>
  readonly cards: ReadonlyMap<string, NodeCard>
}

/** Of the document that was looked at last: most of its cards hold for the next one. */
let latest: Cards | null = null

const isCurrent = (before: Cards, now: Omit<Cards, 'cards'>, id: string, node: GraphNode): boolean => {
  const old = before.project.nodes[id]
  return (
    old !== undefined &&
    isSame({ ...old, x: 0, y: 0 }, { ...node, x: 0, y: 0 }) &&
    layerOf(before.project, old) === layerOf(now.project, node) &&
    before.analysis.nodes[id] === now.analysis.nodes[id] &&
    before.outputs.get(id) === now.outputs.get(id) &&
    (!isCall(node) || isSame(before.shared.get(node.layer), now.shared.get(node.layer)))
  )
}

/** The card of every node of a document; one that an edit did not reach stays the same object. */
export const cardsOf = (project: Project, analysis: GraphAnalysis): ReadonlyMap<string, NodeCard> => {
  const before = latest
  if (before?.project === project && before.analysis === analysis) return before.cards
  const { outputs } = modelNames(project)
  const now = { project, analysis, shared: sharedLayers(project.nodes), outputs }
  const context = { ...now, ...indexGraph(project) }
  // A card shows which ports are connected, so edges that changed may concern any.
  const isReusable = before?.project.edges === project.edges
  const cards = new Map(
    Object.entries(project.nodes).map(([id, node]) => {
      const known =
        before && isReusable && isCurrent(before, now, id, node) ? before.cards.get(id) : undefined
      if (known) return [id, known] as const
      const own = nodeCard(context, id, node)
      return [id, isOutput(node) ? { ...own, name: outputs.get(id) ?? own.name } : own] as const
    }),
  )
  latest = { ...now, cards }
  return cards
}
