/** A column in view; left and size in pixels. */
export interface ShownColumn {
  readonly index: number
  readonly left: number
  readonly size: number
}

/** Where each column begins, and last where they end; from widths in pixels. */
export const columnStarts = (widths: readonly number[]): Float64Array => {
  const starts = new Float64Array(widths.length + 1)
  for (const [index, width] of widths.entries()) starts[index + 1] = (starts[index] as number) + width
  return starts
}

/** The column at a place, from the left end; the nearest one beyond the ends. */
export const columnAt = (starts: Float64Array, place: number): number => {
  let low = 0
  let high = Math.max(0, starts.length - 2)
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] as number) <= place) low = middle
    else high = middle - 1
  }
  return low
}
