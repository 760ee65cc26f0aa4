import type { OddRows } from '../../shared/table.ts'
import { counted } from './report.ts'

/** Rows that are no observations, as a sentence with where the first of them are. */
export const oddRowsText = ({ kind, count, dropped, rows }: OddRows): string =>
  `${counted(count, 'row')} of ${kind} ${dropped ? 'left out' : 'read as data'}: line ${rows
    .slice(0, 3)
    .map(({ line, text }) => `${line} (${text})`)
    .join(', ')}${count > 3 ? ' …' : ''}`

/** How many records or cells did not fit. */
export const badRowsText = (count: number): string =>
  count === 1 ? '1 cell or row does not fit' : `${count} cells or rows do not fit`
