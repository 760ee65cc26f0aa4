import { z } from 'zod'
import { ProblemError } from '../../problems.ts'
import type { Column } from '../../table.ts'
import { defineEncoding, type WriteRow } from './define.ts'
import { byText, keptLists } from './lookup.ts'
import { pad } from './pad.ts'
import { place, put } from './put.ts'

const schema = z.looseObject({
  kind: z.literal('sequence'),
  separator: z.string().max(4).default(' '),
  length: z.int().min(1).max(100_000),
  /** Cells shorter than `length` are filled with 0 on this side, longer ones lose numbers on it. */
  pad: z.enum(['before', 'after']).default('before'),
})
const fitted = z.looseObject({
  kind: z.literal('sequence'),
  separator: z.string(),
  length: z.number(),
  pad: z.enum(['before', 'after']),
})
type FittedSequence = z.infer<typeof fitted>

const parse = (text: string, { separator, length, pad: side }: FittedSequence): Float64Array => {
  const parts = separator.trim() === '' ? text.trim().split(/\s+/) : text.split(separator)
  return pad(parts.filter((part) => part.trim() !== '').map(Number), length, side)
}

const writer = (learned: FittedSequence, column: Column): WriteRow => {
  const numbersOf = byText(column, (text) => parse(text, learned), keptLists)
  const none = new Float64Array(learned.length)
  return (row, out, at) => {
    for (const [index, value] of (numbersOf(row) ?? none).entries()) {
      if (!Number.isFinite(value)) throw new ProblemError('columnNotNumeric', place(column, row))
      put(out, at + index, value, column, row)
    }
  }
}

/** Numbers in one cell, made to one length. A missing cell has none. */
export const sequence = defineEncoding({
  kind: 'sequence',
  schema,
  fitted,
  needsCell: () => false,
  neededCell: () => false,
  width: ({ length }) => length,
  fittedWidth: ({ length }) => length,
  fit: ({ kind, separator, length, pad: side }): FittedSequence => ({ kind, separator, length, pad: side }),
  writer,
  decode: () => null,
  columnType: () => 'sequence',
})
