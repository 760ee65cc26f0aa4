/** The place of the largest score, the first of equals. */
export const largest = (scores: ArrayLike<number>, start = 0, length = scores.length): number => {
  let best = 0
  for (let index = 1; index < length; index++)
    if ((scores[start + index] ?? 0) > (scores[start + best] ?? 0)) best = index
  return best
}
