import { z } from 'zod'
import { isMissing } from '../cells.ts'
import { columnNamed } from './columnNamed.ts'
import type { RowKind } from './stepKind.ts'

/** Rows that lack a cell in one of the columns go. */
export const dropMissingSchema = z.looseObject({
  kind: z.literal('dropMissing'),
  off: z.boolean().optional(),
  columns: z.array(z.string()).max(10_000),
})

export const dropMissing: RowKind<z.infer<typeof dropMissingSchema>> = {
  acts: 'rows',
  reads: ({ columns }) => columns,
  check: ({ columns }) => (columns.length === 0 ? { code: 'stepNoColumns' } : null),
  keep(step, columns, rows) {
    const needed = step.columns.map((name) => columnNamed(columns, name))
    return rows.filter((row) => !needed.some((column) => isMissing(column, row)))
  },
}
