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

/** A number from 0 on for each cell, the same for the same cells; 0 is a missing one. */
const cellCodes = (column: Column, rows: Uint32Array): Uint32Array => {
  if (column.kind === 'text') return rows.map((row) => (column.codes[row] ?? -1) + 1)
  const known = new Map<number, number>()
  return rows.map((row) => {
    const value = column.values[row] ?? Number.NaN
    if (!Number.isFinite(value)) return 0
    const code = known.get(value) ?? known.size + 1
    known.set(value, code)
    return code
  })
}

export const dropDuplicates: RowKind<z.infer<typeof dropDuplicatesSchema>> = {
  acts: 'rows',
  reads: ({ columns }) => columns ?? null,
  check: ({ columns }) => (columns?.length === 0 ? { code: 'stepNoColumns' } : null),
  keep(step, columns, rows) {
    const compared = step.columns?.map((name) => columnNamed(columns, name)) ?? [...columns.values()]
    // Rows get the same number as long as all columns so far are the same.
    let groups = new Uint32Array(rows.length)
    for (const column of compared) {
      const codes = cellCodes(column, rows)
      const width = codes.reduce((most, code) => Math.max(most, code), 0) + 1
      const known = new Map<number, number>()
      groups = groups.map((group, at) => {
        const pair = group * width + (codes[at] ?? 0)
        const next = known.get(pair) ?? known.size
        known.set(pair, next)
        return next
      })
    }
    const seen = new Uint8Array(rows.length)
    return rows.filter((_, at) => {
      const group = groups[at] ?? 0
      const isFirst = seen[group] === 0
      seen[group] = 1
      return isFirst
    })
  },
}
