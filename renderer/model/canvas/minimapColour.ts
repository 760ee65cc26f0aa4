import type { CanvasNode } from './reconcileNodes.ts'

/** A node's colour on the small map: its category's hue, red where there is a problem. */
export const minimapColour = ({ data: { card } }: CanvasNode): string => {
  if (card.problems.length > 0) return 'var(--danger-mark)'
  return card.category === 'unknown' ? 'var(--text-muted)' : `var(--hue-${card.category})`
}
