import { z } from 'zod'
import type { Column } from '../../table.ts'
import { columnNamed } from './columnNamed.ts'
import type { RowKind } from './stepKind.ts'

/** Of rows with the same cells only the first stays. */
export const dropDuplicatesSchema = z.looseObject({
  kind: z.literal('dropDuplicates'),
  off: z.boolean().optional(),
  columns: z.array(z.string()).max(10_000).optional().describe('All columns of the sources when absent.'),
})

/** 64 bits for each cell, the same for the same cells. */
const cellBits = (column: Column, rows: Uint32Array): { low: Uint32Array; high: Uint32Array } => {
  const [low, high] = [new Uint32Array(rows.length), new Uint32Array(rows.length)]
  const number = new Float64Array(1)
  const words = new Uint32Array(number.buffer)
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0
    if (column.kind === 'text') low[at] = (column.codes[row] ?? -1) + 1
    else {
      const value = column.values[row] ?? Number.NaN
      // One zero, and one kind of missing.
      number[0] = Number.isFinite(value) ? value + 0 : Number.NaN
      low[at] = words[0] ?? 0
      high[at] = words[1] ?? 0
    }
  }
  return { low, high }
}

/** Parts each group by a column: rows keep a common number where the cells are the same too. */
const refine = (groups: Uint32Array, { low, high }: ReturnType<typeof cellBits>): Uint32Array => {
  const size = 2 ** Math.ceil(Math.log2(2 * groups.length + 2))
  /** Open addressing: the first row of a group, counted from 1. */
  const slots = new Int32Array(size)
  const next = new Uint32Array(groups.length)
  let count = 0
  for (let at = 0; at < groups.length; at++) {
    const [group = 0, a = 0, b = 0] = [groups[at], low[at], high[at]]
    let hash = Math.imul(group ^ Math.imul(a, 0x9e3779b1), 0x85ebca6b) ^ Math.imul(b, 0xc2b2ae35)
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
    for (let slot = (hash ^ (hash >>> 13)) & (size - 1); ; slot = (slot + 1) & (size - 1)) {
      const first = (slots[slot] ?? 0) - 1
      if (first < 0) {
        slots[slot] = at + 1
        next[at] = count++
        break
      }
      if (groups[first] === group && low[first] === a && high[first] === b) {
        next[at] = next[first] ?? 0
        break
      }
    }
  }
  return next
}

export const dropDuplicates: RowKind<z.infer<typeof dropDuplicatesSchema>> = {
  acts: 'rows',
  reads: ({ columns }) => columns ?? null,
  check: ({ columns }) => (columns?.length === 0 ? { code: 'stepNoColumns' } : null),
  keep(step, columns, rows) {
    const compared = step.columns?.map((name) => columnNamed(columns, name)) ?? [...columns.values()]
    // Rows have the same number as long as all columns so far are the same.
    let groups = new Uint32Array(rows.length)
    for (const column of compared) groups = refine(groups, cellBits(column, rows)) as typeof groups
    const seen = new Uint8Array(rows.length)
    return rows.filter((_, at) => {
      const group = groups[at] ?? 0
      const isFirst = seen[group] === 0
      seen[group] = 1
      return isFirst
    })
  },
}
