import { ProblemError } from '../problems.ts'
import type { Column } from '../table.ts'
import { compareCells, countCells } from './cells.ts'
import { largest } from './decode.ts'
import type { Encoding } from './encoding.ts'
import type { Fitted, FittedOf } from './fitted.ts'

type EncodingOf<K extends Encoding['kind']> = Extract<Encoding, { kind: K }>

/** Name of the category that missing cells form when they are a class of their own. No cell has it: empty cells are missing. */
const missingCategory = ''

/** The value below which this share of the sorted values lies, interpolated as NumPy does. */
const quantile = (sorted: Float64Array, share: number): number => {
  const place = share * (sorted.length - 1)
  const low = sorted[Math.floor(place)] ?? 0
  return low + (place % 1) * ((sorted[Math.ceil(place)] ?? 0) - low)
}

const center = (sorted: Float64Array) => {
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length
  const variance = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0) / sorted.length
  return { mean, std: Math.sqrt(variance) }
}

const scaling = (scale: EncodingOf<'number'>['scale'], sorted: Float64Array) => {
  const { mean, std } = center(sorted)
  const [first = 0, last = 0] = [sorted[0], sorted.at(-1)]
  switch (scale) {
    case 'none':
      return { offset: 0, scale: 1 }
    case 'minmax':
      return { offset: first, scale: last - first }
    case 'robust':
      return { offset: quantile(sorted, 0.5), scale: quantile(sorted, 0.75) - quantile(sorted, 0.25) }
    case 'standard':
    case 'log1p':
      return { offset: mean, scale: std }
  }
}

const filling = (encoding: EncodingOf<'number'>, sorted: Float64Array): number | null => {
  switch (encoding.missing) {
    case 'drop':
      return null
    case 'constant':
      return encoding.constant ?? 0
    case 'mean':
      return center(sorted).mean
    case 'median':
    case 'flag':
      return quantile(sorted, 0.5)
  }
}

/** `log1p` is followed by standardising; a column that doesn't vary keeps the scale 1. */
const fitNumber = (encoding: EncodingOf<'number'>, column: Column, rows: Uint32Array): FittedOf<'number'> => {
  if (column.kind !== 'number') throw new ProblemError('columnNotNumeric', { column: column.name })
  const values = new Float64Array(rows.length)
  let count = 0
  for (const row of rows) {
    const value = column.values[row] ?? Number.NaN
    if (Number.isFinite(value)) values[count++] = value
  }
  if (count === 0) throw new ProblemError('noValues', { column: column.name })
  const sorted = values.subarray(0, count).sort()
  const log = encoding.scale === 'log1p'
  if (log && (sorted[0] ?? 0) <= -1)
    throw new ProblemError('logOfNegative', { column: column.name, found: sorted[0] ?? 0 })
  const fill = filling(encoding, sorted)
  const { offset, scale } = scaling(encoding.scale, log ? sorted.map(Math.log1p) : sorted)
  const usable = Number.isFinite(scale) && scale > 0 ? scale : 1
  return { kind: 'number', log, offset, scale: usable, fill, flag: encoding.missing === 'flag' }
}

/** A list of categories that leaves out a value of the training rows is a mistake to be told. */
const refuseStranger = (
  column: Column,
  counts: ReadonlyMap<string, number>,
  categories: readonly string[],
) => {
  const known = new Set(categories)
  const value = [...counts.keys()].find((found) => !known.has(found))
  if (value !== undefined) throw new ProblemError('unknownCategory', { column: column.name, value })
}

const fitCategory = (
  encoding: EncodingOf<'category'>,
  column: Column,
  rows: Uint32Array,
): FittedOf<'category'> => {
  const counts = countCells(column, rows)
  const categories = encoding.categories?.slice() ?? [...counts.keys()].sort(compareCells)
  if (!encoding.unknown) refuseStranger(column, counts, categories)
  if (encoding.missing === 'ownClass' && !categories.includes(missingCategory))
    categories.push(missingCategory)
  if (categories.length === 0) throw new ProblemError('noValues', { column: column.name })
  const countOf = (category: string) => counts.get(category) ?? 0
  const sizes = categories.map(countOf)
  const fills = {
    mostFrequent: largest(sizes),
    ownClass: categories.indexOf(missingCategory),
    drop: null,
  }
  const present = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const own = Math.max(1, rows.length) - present
  const frequencies = categories.map(
    (category, index) =>
      (category === missingCategory ? own : (sizes[index] ?? 0)) / Math.max(1, rows.length),
  )
  return {
    kind: 'category',
    as: encoding.as,
    categories,
    ...(encoding.as === 'frequency' ? { frequencies } : {}),
    fill: fills[encoding.missing],
    unknown: encoding.unknown,
  }
}

const fitBinary = (encoding: EncodingOf<'binary'>, column: Column, rows: Uint32Array): FittedOf<'binary'> => {
  const values = [...countCells(column, rows).keys()].sort(compareCells)
  const positive = encoding.positive ?? values.at(-1) ?? ''
  const others = values.filter((value) => value !== positive)
  if (values.length !== 2 || others.length !== 1)
    throw new ProblemError('targetNotBinary', { column: column.name, found: values.length })
  return { kind: 'binary', negative: others[0] ?? '', positive }
}

const fitClasses = (
  encoding: EncodingOf<'classes'>,
  column: Column,
  rows: Uint32Array,
): FittedOf<'classes'> => {
  const counts = countCells(column, rows)
  const categories = encoding.categories?.slice() ?? [...counts.keys()].sort(compareCells)
  refuseStranger(column, counts, categories)
  if (categories.length === 0) throw new ProblemError('noValues', { column: column.name })
  return { kind: 'classes', as: encoding.as, categories }
}

/** What an encoding learns from a column, from the training rows alone. Throws `ProblemError` for a column it does not suit. */
export const fit = (encoding: Encoding, column: Column, trainRows: Uint32Array): Fitted => {
  switch (encoding.kind) {
    case 'number':
      return fitNumber(encoding, column, trainRows)
    case 'category':
      return fitCategory(encoding, column, trainRows)
    case 'sequence': {
      const { kind, separator, length, pad } = encoding
      return { kind, separator, length, pad }
    }
    case 'binary':
      return fitBinary(encoding, column, trainRows)
    case 'classes':
      return fitClasses(encoding, column, trainRows)
  }
}
