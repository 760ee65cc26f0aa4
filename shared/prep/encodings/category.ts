import { z } from 'zod'
import { ProblemError } from '../../problems.ts'
import type { Column } from '../../table.ts'
import { cellText, compareCells, countCells } from '../cells.ts'
import { largest } from '../largest.ts'
import { defineEncoding, type WriteRow } from './define.ts'
import { byText, finder, refuseStranger } from './lookup.ts'
import { place, put } from './put.ts'

/** Name of the category that missing cells form when they are a class of their own. No cell has it: empty cells are missing. */
const missingCategory = ''

const schema = z.looseObject({
  kind: z.literal('category'),
  as: z.enum(['onehot', 'ordinal', 'index', 'frequency']).default('onehot'),
  /** The values in order; when absent they are the training rows' values in sorted order. */
  categories: z.array(z.string()).max(1_000_000).optional(),
  missing: z.enum(['mostFrequent', 'ownClass', 'drop']).default('mostFrequent'),
  /** Adds a slot for values never seen in training. */
  unknown: z.boolean().default(false),
})
type CategoryEncoding = z.infer<typeof schema>

const fitted = z.looseObject({
  kind: z.literal('category'),
  as: z.enum(['onehot', 'ordinal', 'index', 'frequency']),
  categories: z.array(z.string()),
  /** Share of the training rows per category; only for `frequency`. */
  frequencies: z.array(z.number()).optional(),
  /** Index into categories that stands in for a missing cell; null when such rows are dropped. */
  fill: z.number().nullable(),
  /** The last slot takes values that are not in `categories`. */
  unknown: z.boolean(),
})
type FittedCategory = z.infer<typeof fitted>

const fit = (encoding: CategoryEncoding, column: Column, rows: Uint32Array): FittedCategory => {
  const counts = countCells(column, rows)
  const categories = encoding.categories?.slice() ?? [...counts.keys()].sort(compareCells)
  if (!encoding.unknown) refuseStranger(column, counts.keys(), categories)
  if (encoding.missing === 'ownClass' && !categories.includes(missingCategory))
    categories.push(missingCategory)
  if (categories.length === 0) throw new ProblemError('noValues', { column: column.name })
  const sizes = categories.map((category) => counts.get(category) ?? 0)
  const fills = {
    mostFrequent: largest(sizes),
    ownClass: categories.indexOf(missingCategory),
    drop: null,
  }
  const present = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const all = Math.max(1, rows.length)
  const shares = categories.map(
    (category, index) => (category === missingCategory ? all - present : (sizes[index] ?? 0)) / all,
  )
  return {
    kind: 'category',
    as: encoding.as,
    categories,
    ...(encoding.as === 'frequency' ? { frequencies: shares } : {}),
    fill: fills[encoding.missing],
    unknown: encoding.unknown,
  }
}

/**
 * A value that training never saw goes into the unknown slot; without one it is no category at all (one-hot zeros,
 * frequency 0), and where that can't be said it stands like a missing cell.
 */
const writer = ({ as, categories, frequencies, fill, unknown }: FittedCategory, column: Column): WriteRow => {
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
    const found = indexOf(row)
    const index = found === undefined ? absent(row) : found < 0 ? strange(row) : found
    if (as === 'onehot') {
      out.fill(0, at, at + width)
      if (index >= 0) out[at + index] = 1
    } else put(out, at, as === 'frequency' ? (frequencies?.[index] ?? 0) : index, column, row)
  }
}

/** One of several values, as a one-hot row, a rank, the row of an Embedding, or its share of the training rows. */
export const category = defineEncoding({
  kind: 'category',
  schema,
  fitted,
  needsCell: ({ missing }) => missing === 'drop',
  neededCell: ({ fill }) => fill === null,
  width: ({ as, categories, missing, unknown }) => {
    if (as !== 'onehot') return 1
    if (!categories) return null
    const ownClass = missing === 'ownClass' && !categories.includes(missingCategory)
    return categories.length + (ownClass ? 1 : 0) + (unknown ? 1 : 0)
  },
  fittedWidth: ({ as, categories, unknown }) => (as === 'onehot' ? categories.length + (unknown ? 1 : 0) : 1),
  fit,
  writer,
  decode: () => null,
  // A column of codes such as 1, 2, 3 may be read as either.
  columnType: ({ categories }) =>
    categories.every((value) => String(Number(value)) === value) ? null : 'category',
})
