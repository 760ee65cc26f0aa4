/** One box of a column: its height and where its middle would best be. */
export interface Wish {
  readonly height: number
  readonly middle: number
}

/**
 * Middles for boxes stacked in this order, at least `gap` apart and as near as possible to their wishes (least squares:
 * isotonic regression by pooling adjacent violators, after the boxes' own heights are taken out).
 */
export const placeInColumn = (wishes: readonly Wish[], gap: number): readonly number[] => {
  const offsets: number[] = []
  for (const [index, { height }] of wishes.entries()) {
    const above = wishes[index - 1]
    offsets.push(above ? (offsets[index - 1] ?? 0) + (above.height + height) / 2 + gap : 0)
  }
  const pools: { sum: number; count: number }[] = []
  for (const [index, { middle }] of wishes.entries()) {
    let pool = { sum: middle - (offsets[index] ?? 0), count: 1 }
    for (
      let last = pools.at(-1);
      last && last.sum / last.count > pool.sum / pool.count;
      last = pools.at(-1)
    ) {
      pool = { sum: pool.sum + last.sum, count: pool.count + last.count }
      pools.pop()
    }
    pools.push(pool)
  }
  return pools
    .flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count))
    .map((shift, index) => shift + (offsets[index] ?? 0))
}
