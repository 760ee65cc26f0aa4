import type { CSSProperties } from 'react'
import type { Category } from '../../../shared/layers/define.ts'

/** Gives an element's styles the hue of a category, as `--hue`. */
export const categoryHue = (category: Category | 'unknown'): CSSProperties =>
  ({ '--hue': category === 'unknown' ? 'var(--text-muted)' : `var(--hue-${category})` }) as CSSProperties
