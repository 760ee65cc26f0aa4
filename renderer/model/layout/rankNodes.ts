/** An edge of a graph to lay out, by node ids. */
export interface Link {
  readonly from: string
  readonly to: string
}

/** The links that lead forward: those that close a loop, found depth first in the order given, are left out. */
export const forwardLinks = (ids: readonly string[], links: readonly Link[]): readonly Link[] => {
  const leaving = new Map<string, Link[]>(ids.map((id) => [id, []]))
  for (const link of links) if (leaving.has(link.to)) leaving.get(link.from)?.push(link)
  const state = new Map<string, 'open' | 'done'>()
  const forward: Link[] = []
  for (const root of ids) {
    if (state.has(root)) continue
    state.set(root, 'open')
    const path = [{ id: root, next: 0 }]
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const link = leaving.get(top.id)?.[top.next++]
      if (!link) {
        state.set(top.id, 'done')
        path.pop()
      } else if (state.get(link.to) !== 'open') {
        forward.push(link)
        if (!state.has(link.to)) {
          state.set(link.to, 'open')
          path.push({ id: link.to, next: 0 })
        }
      }
    }
  }
  return forward
}

/**
 * The column of every node: one after the last of its predecessors, except that a node without predecessors stands
 * just before the first node it feeds. `links` must lead forward.
 */
export const rankNodes = (ids: readonly string[], links: readonly Link[]): ReadonlyMap<string, number> => {
  const ranks = new Map(ids.map((id) => [id, 0]))
  const waiting = new Map(ids.map((id) => [id, 0]))
  const leaving = new Map<string, string[]>(ids.map((id) => [id, []]))
  for (const { from, to } of links) {
    waiting.set(to, (waiting.get(to) ?? 0) + 1)
    leaving.get(from)?.push(to)
  }
  const sources = ids.filter((id) => waiting.get(id) === 0)
  const ready = [...sources]
  for (const id of ready) {
    for (const to of leaving.get(id) ?? []) {
      ranks.set(to, Math.max(ranks.get(to) ?? 0, (ranks.get(id) ?? 0) + 1))
      const left = (waiting.get(to) ?? 0) - 1
      waiting.set(to, left)
      if (left === 0) ready.push(to)
    }
  }
  for (const id of sources) {
    const fed = leaving.get(id) ?? []
    if (fed.length) ranks.set(id, Math.min(...fed.map((to) => ranks.get(to) ?? 1)) - 1)
  }
  return ranks
}
