import type { Column, ColumnProfile, ColumnType, NumberColumn, TextColumn } from '../../../shared/table.ts'
import { inferType } from './csv/types.ts'
import { summariseNumbers } from './numberSummary.ts'

const mostTop = 50

/** Tells of one column what is known after reading all its rows; `chosen` is the user's type for it, if any. */
export const profileColumn = (column: Column, chosen?: ColumnType): ColumnProfile =>
  column.kind === 'number' ? profileNumbers(column, chosen) : profileText(column, chosen)

const profileNumbers = (column: NumberColumn, chosen: ColumnType | undefined): ColumnProfile => {
  const sorted = column.values.filter((value) => value === value).sort()
  const missing = column.values.length - sorted.length
  const top = new TopValues()
  let distinct = 0
  for (let from = 0; from < sorted.length; distinct++) {
    const value = sorted[from]
    let to = from + 1
    while (to < sorted.length && sorted[to] === value) to++
    top.add(distinct, to - from, () => String(value))
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
    top: top.list(),
  }
}

const profileText = (column: TextColumn, chosen: ColumnType | undefined): ColumnProfile => {
  const counts = new Int32Array(column.dictionary.length)
  let missing = 0
  for (const code of column.codes) {
    if (code < 0) missing++
    else counts[code] = (counts[code] as number) + 1
  }
  const top = new TopValues()
  let distinct = 0
  for (const [code, count] of counts.entries())
    if (count > 0) {
      distinct++
      top.add(code, count, () => column.dictionary[code] as string)
    }
  const present = column.codes.length - missing
  const type = chosen ?? inferType({ column, present, missing, distinct, counts })
  return {
    name: column.name,
    type,
    missing,
    distinct,
    top: top.list(),
    ...(type === 'sequence' && { sequence: sequenceExtent(column.dictionary) }),
  }
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

/** Keeps the most frequent of many values; of equally frequent ones those that came first. */
class TopValues {
  readonly #entries: { order: number; value: string; count: number }[] = []
  #least = 0

  add(order: number, count: number, value: () => string): void {
    if (this.#entries.length >= mostTop && count <= this.#least) return
    this.#entries.push({ order, value: value(), count })
    if (this.#entries.length > mostTop * 4 || this.#least === 0) this.#trim()
  }

  list(): { value: string; count: number }[] {
    this.#trim()
    return this.#entries.map(({ value, count }) => ({ value: value.slice(0, 200), count }))
  }

  #trim(): void {
    this.#entries.sort((a, b) => b.count - a.count || a.order - b.order)
    if (this.#entries.length < mostTop) return
    this.#entries.length = mostTop
    this.#least = this.#entries.at(-1)?.count ?? 0
  }
}
