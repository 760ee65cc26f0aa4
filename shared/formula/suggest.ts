/** How many letters must be changed, added, left out or swapped with their neighbour to make one word another. */
const distance = (from: string, to: string): number => {
  let [before, last] = [[] as number[], Array.from({ length: to.length + 1 }, (_, index) => index)]
  for (let i = 1; i <= from.length; i++) {
    const next = [i]
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1]
      let cost = Math.min((last[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]
      if (swapped) cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      next.push(cost)
    }
    ;[before, last] = [last, next]
  }
  return last[to.length] ?? 0
}

const fold = (text: string) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[\s_.-]+/g, '')

/** The name that was probably meant by a misspelt one, if any is near enough. */
export const suggest = (name: string, names: Iterable<string>): string | undefined => {
  const wanted = fold(name).slice(0, 100)
  let best: string | undefined
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1
  for (const candidate of names) {
    const text = fold(candidate).slice(0, 100)
    if (Math.abs(text.length - wanted.length) >= least) continue
    const cost = distance(wanted, text)
    if (cost < least) [best, least] = [candidate, cost]
  }
  return best
}
