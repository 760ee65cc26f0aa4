import type { Columns } from './columnsOf.ts'
import type { Link } from './rankNodes.ts'

const positions = (columns: readonly (readonly string[])[]) =>
  new Map(columns.flatMap((column) => column.map((id, index) => [id, index] as const)))

/** How often links cross each other; a shared end is no crossing. */
export const countCrossings = ({ columns, links }: Columns): number => {
  const place = positions(columns)
  const rank = new Map(columns.flatMap((column, index) => column.map((id) => [id, index] as const)))
  const byColumn: [number, number][][] = columns.map(() => [])
  for (const { from, to } of links)
    byColumn[rank.get(from) ?? 0]?.push([place.get(from) ?? 0, place.get(to) ?? 0])
  let crossings = 0
  for (const spans of byColumn) {
    for (const [index, [start, end]] of spans.entries()) {
      for (const [otherStart, otherEnd] of spans.slice(index + 1)) {
        if ((start - otherStart) * (end - otherEnd) < 0) crossings++
      }
    }
  }
  return crossings
}

const neighbours = (links: readonly Link[], side: 'from' | 'to') => {
  const result = new Map<string, string[]>()
  const other = side === 'from' ? 'to' : 'from'
  for (const link of links) {
    const known = result.get(link[other])
    if (known) known.push(link[side])
    else result.set(link[other], [link[side]])
  }
  return result
}

/** One pass over the columns: each is sorted by the mean place of its nodes' neighbours in the column before it. */
const sweep = (columns: readonly (readonly string[])[], beside: ReadonlyMap<string, readonly string[]>) => {
  let place = new Map<string, number>()
  return columns.map((column) => {
    const weight = new Map(
      column.map((id, index) => {
        const near = (beside.get(id) ?? []).flatMap((other) => place.get(other) ?? [])
        return [id, near.length ? near.reduce((sum, at) => sum + at, 0) / near.length : index] as const
      }),
    )
    const sorted = [...column].sort((one, other) => (weight.get(one) ?? 0) - (weight.get(other) ?? 0))
    place = new Map(sorted.map((id, index) => [id, index]))
    return sorted
  })
}

/** The same columns, each in an order with few crossings (barycentre sweeps to and fro, the best kept). */
export const orderColumns = ({ columns, links }: Columns, sweeps = 8): Columns => {
  const before = neighbours(links, 'from')
  const after = neighbours(links, 'to')
  let best: Columns = { columns, links }
  let fewest = countCrossings(best)
  let current = columns
  for (let count = 0; count < sweeps && fewest > 0; count++) {
    current = count % 2 ? sweep(current.toReversed(), after).toReversed() : sweep(current, before)
    const crossings = countCrossings({ columns: current, links })
    if (crossings < fewest) {
      fewest = crossings
      best = { columns: current, links }
    }
  }
  return best
}
