import { ProblemError } from '../../problems.ts'
import type { Column } from '../../table.ts'

/** Lists of numbers take memory: only so many cells' are kept. */
export const keptLists = 10_000

/** What `find` says of a cell's text, looked up once for each of at most `kept` different texts; undefined for a missing cell. */
export const byText = <T>(column: Column, find: (text: string) => T, kept = 1_000_000) => {
  const known = new Map<number, T>()
  const look = (key: number, text: string): T => {
    const before = known.get(key)
    if (before !== undefined) return before
    const found = find(text)
    if (known.size < kept) known.set(key, found)
    return found
  }
  if (column.kind === 'number')
    return (row: number): T | undefined => {
      const value = column.values[row] ?? Number.NaN
      return Number.isFinite(value) ? look(value, String(value)) : undefined
    }
  const { codes, dictionary } = column
  return (row: number): T | undefined => {
    const code = codes[row] ?? -1
    const text = dictionary[code]
    return text === undefined ? undefined : look(code, text)
  }
}

/** Finds a category by its text, or by the number it says, so that `1.0` is `1`; −1 for none. */
export const finder = (categories: readonly string[]) => {
  const indices = new Map(categories.map((category, index) => [category, index]))
  return (text: string): number => {
    const exact = indices.get(text)
    if (exact !== undefined || text.trim() === '') return exact ?? -1
    const number = Number(text)
    return Number.isNaN(number) ? -1 : (indices.get(String(number)) ?? -1)
  }
}

/** A list of categories that leaves out a value of the training rows is a mistake to be told. */
export const refuseStranger = (column: Column, values: Iterable<string>, categories: readonly string[]) => {
  const known = new Set(categories)
  for (const value of values)
    if (!known.has(value)) throw new ProblemError('unknownCategory', { column: column.name, value })
}
