import type { Node } from '@xyflow/react'
import { cardSize } from '../card/cardSize.ts'
import type { NodeCard } from '../card/nodeCard.ts'
import { isSame } from './isSame.ts'

/** A node as React Flow holds it. `label` is its accessible name. */
export type CanvasNode = Node<{ readonly card: NodeCard }, 'layer'>

/** What the document wants of one node. */
export interface WantedNode {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly card: NodeCard
  readonly label: string
}

const fresh = ({ id, x, y, card, label }: WantedNode, selected: boolean): CanvasNode => {
  const { width, height } = cardSize(card)
  return {
    id,
    type: 'layer',
    position: { x, y },
    data: { card },
    ariaLabel: label,
    selected,
    initialWidth: width,
    initialHeight: height,
  }
}

const updated = (node: CanvasNode, wanted: WantedNode, selected: boolean): CanvasNode => {
  const moved = !node.dragging && (node.position.x !== wanted.x || node.position.y !== wanted.y)
  const changed = !isSame(node.data.card, wanted.card)
  if (!moved && !changed && node.ariaLabel === wanted.label && Boolean(node.selected) === selected)
    return node
  return {
    ...node,
    selected,
    ariaLabel: wanted.label,
    ...(moved ? { position: { x: wanted.x, y: wanted.y } } : {}),
    ...(changed ? { data: { card: wanted.card } } : {}),
  }
}

/**
 * React Flow's nodes after a change of the document or the selection. Nodes keep what React Flow knows of them
 * (`measured`, a drag under way); a node that has not changed stays the same object, and so does the whole array.
 */
export const reconcileNodes = (
  previous: CanvasNode[],
  wanted: readonly WantedNode[],
  selection: ReadonlySet<string>,
): CanvasNode[] => {
  const known = new Map(previous.map((node) => [node.id, node]))
  const next = wanted.map((want) => {
    const node = known.get(want.id)
    const selected = selection.has(want.id)
    return node ? updated(node, want, selected) : fresh(want, selected)
  })
  const isUnchanged = next.length === previous.length && next.every((node, index) => node === previous[index])
  return isUnchanged ? previous : next
}
