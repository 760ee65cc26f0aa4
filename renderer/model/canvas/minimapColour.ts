import { type CanvasNode, isCard, isFrame } from './canvasNode.ts'

/** A node's colour on the small map: its category's hue, grey for notes. */
export const minimapColour = (node: CanvasNode): string => {
  if (isFrame(node)) return 'transparent'
  if (!isCard(node)) return 'var(--line-strong)'
  const { category } = node.data.card
  return category === 'unknown' || category === 'block' ? 'var(--text-muted)' : `var(--hue-${category})`
}
