import type { Column } from '../../../../shared/table.ts'
import type { FindQuery, FoundCell } from '../../../../shared/tableView.ts'
import { pause } from '../readTable.ts'
import type { ColumnStore } from '../store.ts'
import { readStoredTable } from '../storedTable.ts'
import type { Arrangement } from './arrange.ts'
import { foldText } from './foldText.ts'

/** How many cells of each row of a view have a text. */
export interface Hits {
  readonly perRow: Uint16Array
  readonly count: number
}

const rowsAtATime = 100_000
const looksLikeANumber = /^[-+.\deinfty]+$/

/** Looks for a text in all cells of a view's rows. Yields how much is done, from 0 to 1; throws `cancelled` when aborted. */
export async function* findHits(
  store: ColumnStore,
  { rows, count }: Arrangement,
  text: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<number, Hits> {
  const part = foldText(text)
  const perRow = new Uint16Array(count)
  const { columns } = store.profile
  let total = 0
  for (const [done, { name }] of columns.entries()) {
    yield done / columns.length
    await pause(signal)
    const column = (await readStoredTable(store.dir, [name])).columns.get(name)
    if (!column || (column.kind === 'number' && !looksLikeANumber.test(part))) continue
    const has = testOf(column, part)
    for (let from = 0; from < count; from += rowsAtATime) {
      if (from > 0) {
        yield (done + from / count) / columns.length
        await pause(signal)
      }
      for (let at = from; at < Math.min(count, from + rowsAtATime); at++) {
        if (!has(rows ? (rows[at] as number) : at)) continue
        perRow[at] = (perRow[at] as number) + 1
        total++
      }
    }
  }
  return { perRow, count: total }
}

/** Each different text is looked at once. */
const testOf = (column: Column, part: string): ((row: number) => boolean) => {
  if (column.kind === 'number') {
    return (row) => {
      const value = column.values[row] as number
      return value === value && String(value).toLowerCase().includes(part)
    }
  }
  const known = Uint8Array.from(column.dictionary, (text) => (foldText(text).includes(part) ? 1 : 0))
  return (row) => known[column.codes[row] as number] === 1
}

/** The next cell with the text from a cell on, or the one before it; past the end it goes on from the other end. */
export const nextHit = (
  { perRow, count }: Hits,
  { text, row, column, backwards }: FindQuery,
  cellsOf: (row: number) => readonly (string | null)[],
): FoundCell | null => {
  if (count === 0) return null
  const part = foldText(text)
  const columnsOf = (at: number): number[] =>
    cellsOf(at).flatMap((cell, index) => (cell !== null && foldText(cell).includes(part) ? [index] : []))
  const found = (at: number, place: number): FoundCell => ({
    row: at,
    column: columnsOf(at)[place] as number,
    index: sum(perRow, at) + place + 1,
  })
  const inRow = row >= 0 && (perRow[row] ?? 0) > 0 ? columnsOf(row) : []
  if (backwards) {
    const here = inRow.findLastIndex((one) => one < column)
    if (here >= 0) return found(row, here)
    const last = lastBefore(perRow, row < 0 ? perRow.length : Math.min(row, perRow.length))
    return found(last, (perRow[last] as number) - 1)
  }
  const here = inRow.findIndex((one) => one > column)
  return here >= 0 ? found(row, here) : found(firstAfter(perRow, row), 0)
}

const sum = (perRow: Uint16Array, end: number): number => {
  let total = 0
  for (let at = 0; at < end; at++) total += perRow[at] as number
  return total
}
const firstAfter = (perRow: Uint16Array, row: number): number => {
  for (let at = row + 1; at < perRow.length; at++) if ((perRow[at] as number) > 0) return at
  return perRow.findIndex((hits) => hits > 0)
}
const lastBefore = (perRow: Uint16Array, row: number): number => {
  for (let at = row - 1; at >= 0; at--) if ((perRow[at] as number) > 0) return at
  return perRow.findLastIndex((hits) => hits > 0)
}
