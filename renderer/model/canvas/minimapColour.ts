import type { CanvasNode } from './reconcileNodes.ts'

/** A node's colour on the small map: its category's hue. */
export const minimapColour = ({ data: { card } }: CanvasNode): string =>
  card.category === 'unknown' ? 'var(--text-muted)' : `var(--hue-${card.category})`
