import { type CanvasNode, isCard } from './canvasNode.ts'

/** A node's colour on the small map: its category's hue, grey for notes. */
export const minimapColour = (node: CanvasNode): string => {
  if (!isCard(node)) return 'var(--line-strong)'
  const { category } = node.data.card
  return category === 'unknown' ? 'var(--text-muted)' : `var(--hue-${category})`
}
