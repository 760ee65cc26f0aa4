import { cardSize } from '../card/cardSize.ts'
import { cardLabel } from '../card/cardLabel.ts'
import type { NodeCard } from '../card/nodeCard.ts'
import { type CardNode, keepArray } from './canvasNode.ts'
import { isSame } from './isSame.ts'

/** What the document wants of one node. */
export interface WantedNode {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly card: NodeCard
}

const fresh = ({ id, x, y, card }: WantedNode, selected: boolean, language: string): CardNode => {
  const { width, height } = cardSize(card)
  return {
    id,
    type: 'layer',
    position: { x, y },
    data: { card, language },
    ariaLabel: cardLabel(card),
    selected,
    initialWidth: width,
    initialHeight: height,
  }
}

const updated = (node: CardNode, wanted: WantedNode, selected: boolean, language: string): CardNode => {
  const moved = !node.dragging && (node.position.x !== wanted.x || node.position.y !== wanted.y)
  const changed = node.data.language !== language || !isSame(node.data.card, wanted.card)
  if (!moved && !changed && Boolean(node.selected) === selected) return node
  return {
    ...node,
    selected,
    ...(moved ? { position: { x: wanted.x, y: wanted.y } } : {}),
    // Sentences cost more than comparing cards, so they are made for changed cards only.
    ...(changed ? { data: { card: wanted.card, language }, ariaLabel: cardLabel(wanted.card) } : {}),
  }
}

/**
 * React Flow's nodes after a change of the document or the selection. Nodes keep what React Flow knows of them
 * (`measured`, a drag under way); a node that has not changed stays the same object, and so does the whole array.
 */
export const reconcileNodes = (
  previous: CardNode[],
  wanted: readonly WantedNode[],
  selection: ReadonlySet<string>,
  language: string,
): CardNode[] => {
  const known = new Map(previous.map((node) => [node.id, node]))
  return keepArray(
    previous,
    wanted.map((want) => {
      const node = known.get(want.id)
      const selected = selection.has(want.id)
      return node ? updated(node, want, selected, language) : fresh(want, selected, language)
    }),
  )
}
