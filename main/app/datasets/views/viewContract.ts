import { z } from 'zod'
import type { Method } from '../../../../shared/rpc.ts'
import {
  type FindEvent,
  findQuerySchema,
  tableViewSchema,
  type ViewEvent,
  type ViewRows,
} from '../../../../shared/tableView.ts'

const dir = z.string()
const call = <A extends readonly unknown[]>(args: z.ZodType<A>) => ({
  returns: <R>(): Method<'call', A, R> => ({ kind: 'call', args }),
})
const stream = <A extends readonly unknown[]>(args: z.ZodType<A>) => ({
  of: <R>(): Method<'stream', A, R> => ({ kind: 'stream', args }),
})

/** What the worker thread does that looks at stored tables, named by their folder. */
export const viewContract = {
  arrange: stream(z.tuple([dir, tableViewSchema])).of<ViewEvent>(),
  rows: call(z.tuple([dir, tableViewSchema, z.int(), z.int()])).returns<ViewRows>(),
  /** Where in a view a row of the table is; null when a filter leaves it out. */
  placeOf: call(z.tuple([dir, tableViewSchema, z.int()])).returns<number | null>(),
  find: stream(z.tuple([dir, tableViewSchema, findQuerySchema])).of<FindEvent>(),
} as const
export type ViewContract = typeof viewContract
