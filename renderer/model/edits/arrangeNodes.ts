import { whole } from '../onGrid.ts'
import type { Rect } from './freePlace.ts'

/** Ways to line cards up: by an edge or by the middle, on either axis. */
export const alignments = ['left', 'centre', 'right', 'top', 'middle', 'bottom'] as const
export type Alignment = (typeof alignments)[number]
export type Axis = 'horizontal' | 'vertical'

type Rects = ReadonlyMap<string, Rect>
type Places = Readonly<Record<string, { readonly x: number; readonly y: number }>>

/** Where each card goes so that all have the same left, right, top, bottom or middle: that of them all together. */
export const aligned = (rects: Rects, alignment: Alignment): Places => {
  const all = [...rects.values()]
  const left = Math.min(...all.map(({ x }) => x))
  const right = Math.max(...all.map(({ x, width }) => x + width))
  const top = Math.min(...all.map(({ y }) => y))
  const bottom = Math.max(...all.map(({ y, height }) => y + height))
  const place = ({ x, y, width, height }: Rect) => {
    switch (alignment) {
      case 'left':
        return { x: left, y }
      case 'centre':
        return { x: whole((left + right - width) / 2), y }
      case 'right':
        return { x: right - width, y }
      case 'top':
        return { x, y: top }
      case 'middle':
        return { x, y: whole((top + bottom - height) / 2) }
      case 'bottom':
        return { x, y: bottom - height }
    }
  }
  return Object.fromEntries([...rects].map(([id, rect]) => [id, place(rect)]))
}

/**
 * Where each card goes so that the gaps between neighbours are equal; the first and the last stay where they are. Cards
 * that have no room side by side start at equal distances instead.
 */
export const distributed = (rects: Rects, axis: Axis): Places => {
  const [start, size] = axis === 'horizontal' ? (['x', 'width'] as const) : (['y', 'height'] as const)
  const sorted = [...rects].toSorted(([, one], [, two]) => one[start] - two[start])
  const first = sorted[0]?.[1]
  const last = sorted.at(-1)?.[1]
  if (!first || !last || sorted.length < 3) return {}
  const room = last[start] + last[size] - first[start]
  const gap = (room - sorted.reduce((sum, [, rect]) => sum + rect[size], 0)) / (sorted.length - 1)
  const apart = (last[start] - first[start]) / (sorted.length - 1)
  let at = first[start]
  return Object.fromEntries(
    sorted.map(([id, rect]) => {
      const place = { x: rect.x, y: rect.y, [start]: whole(at) }
      at += gap < 0 ? apart : rect[size] + gap
      return [id, place]
    }),
  )
}
