import { z } from 'zod'
import { ProblemError } from '../../problems.ts'
import type { Column } from '../../table.ts'
import { compareCells, countCells } from '../cells.ts'
import { largest } from '../largest.ts'
import { classWriter } from './classWriter.ts'
import { defineEncoding } from './define.ts'
import { refuseStranger } from './lookup.ts'

const schema = z.looseObject({
  kind: z.literal('classes'),
  as: z.enum(['onehot', 'index']).default('onehot'),
  categories: z.array(z.string()).max(1_000_000).optional(),
})
const fitted = z.looseObject({
  kind: z.literal('classes'),
  as: z.enum(['onehot', 'index']),
  categories: z.array(z.string()),
})

const fit = (encoding: z.infer<typeof schema>, column: Column, rows: Uint32Array): z.infer<typeof fitted> => {
  const counts = countCells(column, rows)
  const categories = encoding.categories?.slice() ?? [...counts.keys()].sort(compareCells)
  refuseStranger(column, counts.keys(), categories)
  if (categories.length === 0) throw new ProblemError('noValues', { column: column.name })
  return { kind: 'classes', as: encoding.as, categories }
}

/** A target that is one of several classes: a one-hot row or the number of the class; back, the class with the largest score. */
export const classes = defineEncoding({
  kind: 'classes',
  schema,
  fitted,
  needsCell: () => true,
  neededCell: () => true,
  width: ({ as, categories }) => (as === 'onehot' ? (categories?.length ?? null) : 1),
  fittedWidth: ({ as, categories }) => (as === 'onehot' ? categories.length : 1),
  fit,
  writer: ({ as, categories }, column) => classWriter(categories, as === 'onehot', column, 'unknownCategory'),
  decode: ({ categories }, scores) => {
    const best = largest(scores)
    return { value: categories[best] ?? '', probability: scores[best] ?? 0 }
  },
  columnType: () => null,
})
