import type { CSSProperties } from 'react'
import type { CardCategory } from './nodeCard.ts'

/** Gives an element's styles the hue of a category, as `--hue`. */
export const categoryHue = (category: CardCategory): CSSProperties => {
  const isPlain = category === 'unknown' || category === 'block'
  return { '--hue': isPlain ? 'var(--text-muted)' : `var(--hue-${category})` } as CSSProperties
}
