import { grid, onGrid } from '../onGrid.ts'
/** A card on the canvas. */
export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const gap = 24
const columnGap = 96

const overlaps = (one: Rect, other: Rect) =>
  one.x < other.x + other.width + gap &&
  other.x < one.x + one.width + gap &&
  one.y < other.y + other.height + gap &&
  other.y < one.y + one.height + gap

/** The place nearest below this one where a card of this size touches no other. */
export const freePlace = (taken: readonly Rect[], at: Rect): { readonly x: number; readonly y: number } => {
  let place = { ...at, x: onGrid(at.x), y: onGrid(at.y) }
  for (;;) {
    const blocking = taken.filter((rect) => overlaps(rect, place))
    if (blocking.length === 0) return { x: place.x, y: place.y }
    const below = Math.max(...blocking.map(({ y, height }) => y + height)) + gap
    place = { ...place, y: Math.ceil(below / grid) * grid }
  }
}

/** Where a new card goes beside another one: on one line, below whatever is there already. */
export const placeBeside = (
  taken: readonly Rect[],
  anchor: Rect,
  size: Pick<Rect, 'width' | 'height'>,
  side: 'left' | 'right',
): { readonly x: number; readonly y: number } =>
  freePlace(taken, {
    x: side === 'right' ? anchor.x + anchor.width + columnGap : anchor.x - size.width - columnGap,
    y: anchor.y + (anchor.height - size.height) / 2,
    ...size,
  })
