import { cardSize } from '../card/cardSize.ts'
import { cardLabel } from '../card/cardLabel.ts'
import type { NodeCard } from '../card/nodeCard.ts'
import { cardHandles } from './cardHandles.ts'
import { type CardNode, type FrameNode, keepArray } from './canvasNode.ts'
import { isSame } from './isSame.ts'

/** What the document wants of one node. */
export interface WantedNode {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly card: NodeCard
  /** A node's card when absent; a group's card or its frame. */
  readonly kind?: 'block' | 'frame'
  /** Of a frame; cards have the size that their ports give them. */
  readonly size?: { readonly width: number; readonly height: number }
}

type Part = CardNode | FrameNode

/** What React Flow is told of a card or frame. Sizes and the places of ports are known, so nothing is measured. */
const drawn = ({ card, kind, size = cardSize(card) }: WantedNode, language: string) => ({
  data: { card, language },
  ariaLabel: cardLabel(card),
  measured: size,
  handles: kind === 'frame' ? [] : cardHandles(card),
})

/** Frames lie below edges and cards, take no clicks and are moved by their title. */
const frameSettings = {
  zIndex: -1,
  selectable: false,
  dragHandle: '.group-title',
  style: { pointerEvents: 'none' },
} as const

const fresh = (wanted: WantedNode, selected: boolean, language: string): Part => ({
  id: wanted.id,
  type: wanted.kind ?? 'layer',
  position: { x: wanted.x, y: wanted.y },
  selected,
  ...drawn(wanted, language),
  ...(wanted.kind === 'frame' ? { ...frameSettings, ...wanted.size } : {}),
})

const updated = (node: Part, wanted: WantedNode, selected: boolean, language: string): Part => {
  const moved = !node.dragging && (node.position.x !== wanted.x || node.position.y !== wanted.y)
  const changed = node.data.language !== language || !isSame(node.data.card, wanted.card)
  const { size } = wanted
  const resized = size && !node.dragging && (node.width !== size.width || node.height !== size.height)
  if (!moved && !changed && !resized && Boolean(node.selected) === selected) return node
  return {
    ...node,
    selected,
    ...(moved ? { position: { x: wanted.x, y: wanted.y } } : {}),
    ...(resized ? { ...size, measured: size } : {}),
    // Sentences cost more than comparing cards, so they are made for changed cards only.
    ...(changed ? drawn(wanted, language) : {}),
  }
}

/**
 * React Flow's nodes after a change of the document or the selection. Nodes keep what React Flow knows of them
 * (`measured`, a drag under way); a node that has not changed stays the same object, and so does the whole array.
 */
export const reconcileNodes = (
  previous: Part[],
  wanted: readonly WantedNode[],
  selection: ReadonlySet<string>,
  language: string,
): Part[] => {
  const known = new Map(previous.map((node) => [node.id, node]))
  return keepArray(
    previous,
    wanted.map((want) => {
      const node = known.get(want.id)
      const selected = selection.has(want.id)
      return node && node.type === (want.kind ?? 'layer')
        ? updated(node, want, selected, language)
        : fresh(want, selected, language)
    }),
  )
}
