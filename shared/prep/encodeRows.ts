import { ProblemError } from '../problems.ts'
import type { Column, TextColumn } from '../table.ts'
import { cellText } from './cells.ts'
import type { Fitted, FittedOf } from './fitted.ts'

/** Where encoded values go: value i of the n-th row lands at `offset + n · stride + i`. */
export type Encoded = Float32Array | Int32Array
/** Writes one row of the table at a place of `out`. */
type WriteRow = (row: number, out: Encoded, at: number) => void

const limit = 2 ** 31

/** A row of the table as people count: the first is 1. */
const place = (column: Column, row: number) => ({ column: column.name, row: row + 1 })

/** Whole numbers that an int32 input can hold pass; anything else would be changed silently. */
const put = (out: Encoded, at: number, value: number, column: Column, row: number) => {
  if (out instanceof Int32Array && !(Number.isInteger(value) && Math.abs(value) < limit))
    throw new ProblemError('notWhole', { ...place(column, row), value })
  out[at] = value
}

const numberWriter = (fitted: FittedOf<'number'>, column: Column): WriteRow => {
  if (column.kind !== 'number') throw new ProblemError('columnNotNumeric', { column: column.name })
  const { fill, flag, log, offset, scale } = fitted
  return (row, out, at) => {
    const raw = column.values[row] ?? Number.NaN
    const missing = !Number.isFinite(raw)
    if (missing && fill === null) throw new ProblemError('cellMissing', place(column, row))
    const value = missing ? (fill ?? 0) : raw
    if (log && value <= -1) throw new ProblemError('logOfNegative', { ...place(column, row), found: value })
    put(out, at, ((log ? Math.log1p(value) : value) - offset) / scale, column, row)
    if (flag) out[at + 1] = missing ? 1 : 0
  }
}

/** The number of a text column's cell, looked up once for each different text. */
const byText = (column: Column, find: (text: string) => number | undefined) => {
  if (column.kind === 'number') {
    const known = new Map<number, number | undefined>()
    return (row: number) => {
      const value = column.values[row] ?? Number.NaN
      if (!known.has(value)) known.set(value, find(String(value)))
      return known.get(value)
    }
  }
  const known = column.dictionary.map(find)
  return (row: number) => known[column.codes[row] ?? -1]
}

/** Finds a category by its text, or by the number it says, so that `1.0` is `1`. */
const finder = (categories: readonly string[]) => {
  const indices = new Map(categories.map((category, index) => [category, index]))
  return (text: string) => {
    const exact = indices.get(text)
    if (exact !== undefined || text.trim() === '') return exact
    const number = Number(text)
    return Number.isNaN(number) ? undefined : indices.get(String(number))
  }
}

/**
 * A value that training never saw goes into the unknown slot; without one it is no category at all (one-hot zeros,
 * frequency 0), and where that can't be said it stands like a missing cell.
 */
const categoryWriter = (fitted: FittedOf<'category'>, column: Column): WriteRow => {
  const { as, categories, frequencies, fill, unknown } = fitted
  const width = categories.length + (unknown ? 1 : 0)
  const indexOf = byText(column, finder(categories))
  const strange = (row: number): number => {
    if (unknown) return categories.length
    if (as === 'onehot' || as === 'frequency') return -1
    if (fill !== null) return fill
    throw new ProblemError('unknownCategory', { ...place(column, row), value: cellText(column, row) ?? '' })
  }
  const absent = (row: number): number => {
    if (fill === null) throw new ProblemError('cellMissing', place(column, row))
    return fill
  }
  return (row, out, at) => {
    const index = cellText(column, row) === null ? absent(row) : (indexOf(row) ?? strange(row))
    if (as === 'onehot') {
      out.fill(0, at, at + width)
      if (index >= 0) out[at + index] = 1
    } else put(out, at, as === 'frequency' ? (frequencies?.[index] ?? 0) : index, column, row)
  }
}

const classWriter = (
  categories: readonly string[],
  onehot: boolean,
  column: Column,
  code: 'unknownCategory' | 'targetNotBinary',
): WriteRow => {
  const indexOf = byText(column, finder(categories))
  return (row, out, at) => {
    const text = cellText(column, row)
    if (text === null) throw new ProblemError('cellMissing', place(column, row))
    const index = indexOf(row)
    if (index === undefined) throw new ProblemError(code, { ...place(column, row), value: text, found: 3 })
    if (!onehot) out[at] = index
    else {
      out.fill(0, at, at + categories.length)
      out[at + index] = 1
    }
  }
}

const parseSequence = (text: string, { separator, length, pad }: FittedOf<'sequence'>) => {
  const parts = separator.trim() === '' ? text.trim().split(/\s+/) : text.split(separator)
  const tokens = parts.filter((part) => part.trim() !== '')
  const kept = pad === 'before' ? tokens.slice(-length) : tokens.slice(0, length)
  const values = new Float64Array(length)
  const start = pad === 'before' ? length - kept.length : 0
  for (const [index, token] of kept.entries()) values[start + index] = Number(token)
  return values
}

const sequenceWriter = (fitted: FittedOf<'sequence'>, column: Column): WriteRow => {
  const cache = new Map<number, Float64Array>()
  const read = (row: number): Float64Array => {
    const text = cellText(column, row)
    if (column.kind === 'number' || text === null) return parseSequence(text ?? '', fitted)
    const code = (column as TextColumn).codes[row] ?? -1
    const known = cache.get(code) ?? parseSequence(text, fitted)
    if (cache.size < 10_000) cache.set(code, known)
    return known
  }
  return (row, out, at) => {
    for (const [index, value] of read(row).entries()) {
      if (!Number.isFinite(value)) throw new ProblemError('columnNotNumeric', place(column, row))
      put(out, at + index, value, column, row)
    }
  }
}

/** Prepares a column for encoding row by row; what can be looked up once is looked up here. */
const createWriter = (fitted: Fitted, column: Column): WriteRow => {
  switch (fitted.kind) {
    case 'number':
      return numberWriter(fitted, column)
    case 'category':
      return categoryWriter(fitted, column)
    case 'sequence':
      return sequenceWriter(fitted, column)
    case 'binary':
      return classWriter([fitted.negative, fitted.positive], false, column, 'targetNotBinary')
    case 'classes':
      return classWriter(fitted.categories, fitted.as === 'onehot', column, 'unknownCategory')
  }
}

/**
 * An encoder of one column for batch after batch: writes the `fittedWidth` values of each row into `out`, the n-th row's
 * from `offset + n · stride` on. Throws `ProblemError` naming row (counted from 1) and column where a cell can't be encoded.
 */
export const createEncoder = (fitted: Fitted, column: Column) => {
  const write = createWriter(fitted, column)
  return (rows: Uint32Array, out: Encoded, offset: number, stride: number): void => {
    for (let index = 0; index < rows.length; index++) write(rows[index] ?? 0, out, offset + index * stride)
  }
}
