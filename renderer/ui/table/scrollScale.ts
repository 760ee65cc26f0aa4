/**
 * Browsers end an element at some 16 to 33 million pixels, and place things in it to the pixel only below that. A taller
 * table scrolls in an element of this height, whose places stand for places in the table.
 */
const mostHeight = 6_000_000
/** At both ends a pixel of the element is a pixel of the table, so that the first and last rows are reached smoothly. */
const endZone = 50_000

/** Between where the scroll bar is and what is in view, both in pixels from the top. */
export interface ScrollScale {
  /** Height of the element that scrolls. */
  readonly height: number
  /** Where the table is when the element is at `place`. */
  readonly toTable: (place: number) => number
  /** Where the element is to be to show the table at `top`. */
  readonly toPlace: (top: number) => number
  /** How far the element may be from where it should be before it must be put right. */
  readonly slack: number
}

/** The scale for a table of this height, seen through a window of `view` pixels. */
export const scrollScale = (tableHeight: number, view: number): ScrollScale => {
  if (tableHeight <= mostHeight)
    return { height: tableHeight, toTable: (place) => place, toPlace: (top) => top, slack: Infinity }
  const ends = { place: mostHeight - view, top: tableHeight - view }
  const factor = (ends.top - 2 * endZone) / (ends.place - 2 * endZone)
  const between = (value: number, end: number, middle: (value: number) => number, otherEnd: number) => {
    if (value <= endZone) return value
    return value >= end - endZone ? otherEnd - (end - value) : middle(value)
  }
  return {
    height: mostHeight,
    toTable: (place) => between(place, ends.place, (one) => endZone + (one - endZone) * factor, ends.top),
    toPlace: (top) => between(top, ends.top, (one) => endZone + (one - endZone) / factor, ends.place),
    slack: endZone / 2,
  }
}
