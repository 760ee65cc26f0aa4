/** What a search found, best first; what fits equally well stays in the order it had. */
export const bestFirst = <T>(
  results: readonly { readonly score: number; readonly obj: T }[],
  items: readonly T[],
): readonly T[] => {
  const places = new Map(items.map((item, index) => [item, index]))
  return results
    .toSorted(
      (one, other) => other.score - one.score || (places.get(one.obj) ?? 0) - (places.get(other.obj) ?? 0),
    )
    .map(({ obj }) => obj)
}
