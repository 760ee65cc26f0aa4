import { z } from 'zod'
import { ProblemError } from '../../problems.ts'
import type { Column } from '../../table.ts'
import { countCells } from '../cells.ts'
import { defineEncoding, type WriteRow } from './define.ts'
import { byText, keptLists } from './lookup.ts'
import { pad } from './pad.ts'
import { put } from './put.ts'
import { wordsOf } from './words.ts'

/** Numbers below this are no words: 0 is padding, 1 a word that is not in the vocabulary, as in Keras. */
export const firstWord = 2
const unknownWord = 1

const schema = z.looseObject({
  kind: z.literal('text'),
  as: z
    .enum(['sequence', 'bag'])
    .default('sequence')
    .describe('Word numbers in their order, for an Embedding; or how often each word occurs.'),
  vocabulary: z
    .int()
    .min(1)
    .max(1_000_000)
    .default(10_000)
    .describe('How many words are kept, the most frequent of the training rows.'),
  length: z.int().min(1).max(100_000).default(50).describe('Words of a row; only for `sequence`.'),
  pad: z.enum(['before', 'after']).default('before'),
  lower: z.boolean().default(true).describe('Whether capital and small letters are the same.'),
})
type TextEncoding = z.infer<typeof schema>

const fitted = z.looseObject({
  kind: z.literal('text'),
  as: z.enum(['sequence', 'bag']),
  /** The most frequent first; word i has the number i + 2, or place i of a bag. */
  words: z.array(z.string()),
  /** Places of a bag, at least one a word. */
  vocabulary: z.number(),
  length: z.number(),
  pad: z.enum(['before', 'after']),
  lower: z.boolean(),
})
type FittedText = z.infer<typeof fitted>

const fit = (encoding: TextEncoding, column: Column, rows: Uint32Array): FittedText => {
  const { as, vocabulary, length, pad: side, lower } = encoding
  const counts = new Map<string, number>()
  for (const [text, times] of countCells(column, rows))
    for (const word of wordsOf(text, lower)) counts.set(word, (counts.get(word) ?? 0) + times)
  if (counts.size === 0) throw new ProblemError('noValues', { column: column.name })
  const words = [...counts]
    .sort(([one, often], [other, less]) => less - often || (one < other ? -1 : 1))
    .slice(0, vocabulary)
    .map(([word]) => word)
  return { kind: 'text', as, words, vocabulary, length, pad: side, lower }
}

const sequenceWriter = (learned: FittedText, column: Column): WriteRow => {
  const numbers = new Map(learned.words.map((word, index) => [word, index + firstWord]))
  const idsOf = byText(
    column,
    (text) => {
      const ids = wordsOf(text, learned.lower).map((word) => numbers.get(word) ?? unknownWord)
      return Int32Array.from(pad(ids, learned.length, learned.pad))
    },
    keptLists,
  )
  const none = new Int32Array(learned.length)
  return (row, out, at) => out.set(idsOf(row) ?? none, at)
}

const bagWriter = (learned: FittedText, column: Column): WriteRow => {
  const places = new Map(learned.words.map((word, index) => [word, index]))
  const foundIn = byText(
    column,
    (text) => Uint32Array.from(wordsOf(text, learned.lower).flatMap((word) => places.get(word) ?? [])),
    keptLists,
  )
  return (row, out, at) => {
    out.fill(0, at, at + learned.vocabulary)
    for (const index of foundIn(row) ?? []) put(out, at + index, (out[at + index] ?? 0) + 1, column, row)
  }
}

/** Words of a text, as numbers in a row or counted. A missing cell has none; an unknown word is 1, or not counted. */
export const text = defineEncoding({
  kind: 'text',
  schema,
  fitted,
  needsCell: () => false,
  neededCell: () => false,
  width: ({ as, vocabulary, length }) => (as === 'bag' ? vocabulary : length),
  fittedWidth: ({ as, vocabulary, length }) => (as === 'bag' ? vocabulary : length),
  fit,
  writer: (learned, column) =>
    learned.as === 'bag' ? bagWriter(learned, column) : sequenceWriter(learned, column),
  decode: () => null,
  columnType: () => 'text',
})
