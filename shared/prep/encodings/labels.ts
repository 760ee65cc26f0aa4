import { z } from 'zod'
import { ProblemError } from '../../problems.ts'
import type { Column } from '../../table.ts'
import { compareCells, countCells } from '../cells.ts'
import { defineEncoding, type WriteRow } from './define.ts'
import { byText, finder, refuseStranger } from './lookup.ts'
import { place } from './put.ts'

const missing = z.enum(['drop', 'none'])
const schema = z.looseObject({
  kind: z.literal('labels'),
  separator: z.string().min(1).max(4).default(',').describe('Stands between the labels of a cell.'),
  categories: z.array(z.string()).max(1_000_000).optional().describe('The labels in order.'),
  missing: missing
    .default('drop')
    .describe('A row with an empty cell is left out, or has none of the labels.'),
})
type LabelsEncoding = z.infer<typeof schema>

const fitted = z.looseObject({
  kind: z.literal('labels'),
  separator: z.string(),
  categories: z.array(z.string()),
  missing,
})
type FittedLabels = z.infer<typeof fitted>

/** The different labels of a cell; blanks around them are no part of them. */
const split = (text: string, separator: string): readonly string[] => {
  const labels = text.split(separator).map((label) => label.trim())
  return [...new Set(labels.filter((label) => label !== ''))]
}

const fit = (encoding: LabelsEncoding, column: Column, rows: Uint32Array): FittedLabels => {
  const { separator } = encoding
  const found = new Set<string>()
  for (const text of countCells(column, rows).keys())
    for (const label of split(text, separator)) found.add(label)
  const categories = encoding.categories?.slice() ?? [...found].sort(compareCells)
  refuseStranger(column, found, categories)
  if (categories.length === 0) throw new ProblemError('noValues', { column: column.name })
  return { kind: 'labels', separator, categories, missing: encoding.missing }
}

const writer = ({ categories, separator, missing: asked }: FittedLabels, column: Column): WriteRow => {
  const indexOf = finder(categories)
  const labelsOf = byText(column, (text) =>
    split(text, separator).map((label) => ({ label, index: indexOf(label) })),
  )
  return (row, out, at) => {
    const labels = labelsOf(row)
    if (!labels && asked === 'drop') throw new ProblemError('cellMissing', place(column, row))
    out.fill(0, at, at + categories.length)
    for (const { label, index } of labels ?? []) {
      if (index < 0) throw new ProblemError('unknownCategory', { ...place(column, row), value: label })
      out[at + index] = 1
    }
  }
}

/** A target of any number of labels in one cell: a 1 for each that it has; back, those with a score from 0.5 on. */
export const labels = defineEncoding({
  kind: 'labels',
  schema,
  fitted,
  needsCell: ({ missing: asked }) => asked === 'drop',
  neededCell: ({ missing: asked }) => asked === 'drop',
  width: ({ categories }) => categories?.length ?? null,
  fittedWidth: ({ categories }) => categories.length,
  fit,
  writer,
  decode: ({ categories, separator }, scores) => ({
    value: categories.filter((_, index) => (scores[index] ?? 0) >= 0.5).join(separator),
  }),
  columnType: () => null,
})
