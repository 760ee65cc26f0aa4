import type { SeenEdge } from '../groups/seenGraph.ts'
import type { Rect } from './freePlace.ts'

/** Ways along the graph: with and against the edges, and to what stands beside. */
export type Way = 'next' | 'previous' | 'above' | 'below'

const middle = ({ x, y, width, height }: Rect) => ({ x: x + width / 2, y: y + height / 2 })

/** Nodes that share what feeds them or what they feed. */
const siblings = (edges: readonly SeenEdge[], id: string): ReadonlySet<string> => {
  const sources = new Set(edges.flatMap(({ from, to }) => (to === id ? [from] : [])))
  const targets = new Set(edges.flatMap(({ from, to }) => (from === id ? [to] : [])))
  const beside = edges.flatMap(({ from, to }) => [
    ...(sources.has(from) ? [to] : []),
    ...(targets.has(to) ? [from] : []),
  ])
  return new Set(beside.filter((other) => other !== id))
}

/**
 * The node reached from another by one key: along an edge the one most on its line; up and down the nearest of those
 * that share a source or a target with it, else of those in the same column. Null where there is none.
 */
export const neighbourOf = (
  edges: readonly SeenEdge[],
  rects: ReadonlyMap<string, Rect>,
  id: string,
  way: Way,
): string | null => {
  const rect = rects.get(id)
  if (!rect) return null
  const here = middle(rect)
  const nearest = (ids: Iterable<string>, isMeant: (place: { x: number; y: number }) => boolean) => {
    const found = [...new Set(ids)].flatMap((other) => {
      const there = rects.get(other)
      return there && other !== id && isMeant(middle(there)) ? [{ other, place: middle(there) }] : []
    })
    const cost = ({ x, y }: { x: number; y: number }) => Math.abs(y - here.y) + Math.abs(x - here.x) / 8
    return found.toSorted((one, two) => cost(one.place) - cost(two.place))[0]?.other ?? null
  }
  if (way === 'next' || way === 'previous') {
    const ids = edges.flatMap(({ from, to }) =>
      way === 'next' ? (from === id ? [to] : []) : to === id ? [from] : [],
    )
    return nearest(ids, () => true)
  }
  const sign = way === 'above' ? -1 : 1
  const isThere = ({ y }: { y: number }) => (y - here.y) * sign > 0
  const inColumn = [...rects].flatMap(([other, { x }]) => (Math.abs(x - rect.x) < rect.width ? [other] : []))
  return nearest(siblings(edges, id), isThere) ?? nearest(inColumn, isThere)
}
