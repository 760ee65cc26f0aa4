import { dateOrder, parseDate } from '../../../shared/dates.ts'
import type { Column, ColumnProfile, ColumnType, NumberColumn, TextColumn } from '../../../shared/table.ts'
import { inferType, type TypeEvidence } from './csv/types.ts'
import type { NumberSorter } from './numberSorter.ts'
import { summariseNumbers } from './numberSummary.ts'
import { TopValues } from './topValues.ts'

const mostTop = 50

/** Tells of one column what is known after reading all its rows; `chosen` is the user's type for it, if any. */
export const profileColumn = (column: Column, sorter: NumberSorter, chosen?: ColumnType): ColumnProfile =>
  column.kind === 'number' ? profileNumbers(column, sorter, chosen) : profileText(column, chosen)

const profileNumbers = (
  column: NumberColumn,
  sorter: NumberSorter,
  chosen: ColumnType | undefined,
): ColumnProfile => {
  const sorted = sorter.sort(column.values)
  const missing = column.values.length - sorted.length
  const top = new TopValues(mostTop)
  let distinct = 0
  for (let from = 0; from < sorted.length; distinct++) {
    const value = sorted[from] as number
    let to = from + 1
    while (to < sorted.length && sorted[to] === value) to++
    top.add(value, to - from)
    from = to
  }
  const type =
    chosen ?? inferType({ column, present: sorted.length, missing, distinct, counts: new Int32Array() })
  return {
    name: column.name,
    type,
    missing,
    distinct,
    ...(sorted.length > 0 && { summary: summariseNumbers(sorted) }),
    top: top.list().map(({ value, count }) => ({ value: String(value), count })),
  }
}

/** What a text column's type is told from. */
export const textEvidence = (column: TextColumn): TypeEvidence => {
  const counts = new Int32Array(column.dictionary.length)
  let missing = 0
  for (const code of column.codes) {
    if (code < 0) missing++
    else counts[code] = (counts[code] as number) + 1
  }
  let distinct = 0
  for (const count of counts) if (count > 0) distinct++
  return { column, present: column.codes.length - missing, missing, distinct, counts }
}

const profileText = (column: TextColumn, chosen: ColumnType | undefined): ColumnProfile => {
  const evidence = textEvidence(column)
  const { missing, distinct, counts } = evidence
  const top = new TopValues(mostTop)
  for (let code = 0; code < counts.length; code++) {
    const count = counts[code] as number
    if (count > 0) top.add(code, count)
  }
  const type = chosen ?? inferType(evidence)
  return {
    name: column.name,
    type,
    missing,
    distinct,
    top: top.list().map(({ value, count }) => ({ value: column.dictionary[value] as string, count })),
    ...(isWords(type) && letters(column.dictionary, counts)),
    ...(type === 'sequence' && { sequence: sequenceExtent(column.dictionary) }),
    ...(type === 'date' && dateExtent(column.dictionary)),
  }
}

const isWords = (type: ColumnType): boolean => type === 'text' || type === 'category' || type === 'id'

/** How long cells are, in letters; nothing when no row has one. */
const letters = (dictionary: readonly string[], counts: Int32Array): Pick<ColumnProfile, 'letters'> => {
  let [min, max, sum, cells] = [Number.POSITIVE_INFINITY, 0, 0, 0]
  for (let code = 0; code < counts.length; code++) {
    const count = counts[code] as number
    if (count === 0) continue
    const length = letterCount(dictionary[code] as string)
    if (length < min) min = length
    if (length > max) max = length
    sum += length * count
    cells += count
  }
  return cells > 0 ? { letters: { min, mean: sum / cells, max } } : {}
}

/** Code points: a pair of surrogates is one. */
const letterCount = (text: string): number => {
  let count = text.length
  for (let at = 1; at < text.length; at++) if ((text.charCodeAt(at) & 0xfc00) === 0xdc00) count--
  return count
}

/** The order of the parts of dates, and the first and last of them; nothing when no cell is one. */
const dateExtent = (cells: readonly string[]): Pick<ColumnProfile, 'dates'> => {
  const order = dateOrder(cells)
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY
  for (const cell of cells) {
    const at = parseDate(cell, order)
    if (at < first) first = at
    if (at > last) last = at
  }
  return first <= last ? { dates: { order, first, last } } : {}
}

/** The longest cell's length in numbers and the largest number in any cell; what is no number is passed over. */
const sequenceExtent = (cells: readonly string[]): { length: number; max: number } => {
  let length = 0
  let max = 0
  for (const cell of cells) {
    const numbers = cell.trim().split(/\s+/)
    length = Math.max(length, numbers.length)
    for (const text of numbers) if (Number(text) > max) max = Number(text)
  }
  return { length, max }
}
