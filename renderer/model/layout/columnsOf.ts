import type { Link } from './rankNodes.ts'

/** Nodes by column, and links that each span one column; a longer link passes a stand-in in every column between. */
export interface Columns {
  readonly columns: readonly (readonly string[])[]
  readonly links: readonly Link[]
}

/** Splits links over several columns into steps, so that long edges keep room free on their way. */
export const columnsOf = (ranks: ReadonlyMap<string, number>, links: readonly Link[]): Columns => {
  const columns: string[][] = []
  const put = (id: string, rank: number) => {
    columns[rank] ??= []
    columns[rank].push(id)
  }
  for (const [id, rank] of ranks) put(id, rank)
  const steps: Link[] = []
  const seen = new Set<string>()
  for (const { from, to } of links) {
    const key = JSON.stringify([from, to])
    if (seen.has(key)) continue
    seen.add(key)
    let last = from
    for (let rank = (ranks.get(from) ?? 0) + 1; rank < (ranks.get(to) ?? 0); rank++) {
      const standIn = `${key}${rank}`
      put(standIn, rank)
      steps.push({ from: last, to: standIn })
      last = standIn
    }
    steps.push({ from: last, to })
  }
  return { columns: Array.from(columns, (column) => column ?? []), links: steps }
}
