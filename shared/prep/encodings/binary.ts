import { z } from 'zod'
import { ProblemError } from '../../problems.ts'
import type { Column } from '../../table.ts'
import { compareCells, countCells } from '../cells.ts'
import { classWriter } from './classWriter.ts'
import { defineEncoding } from './define.ts'

const schema = z.looseObject({
  kind: z.literal('binary'),
  /** The value that counts as 1; when absent the larger number or the last value in sorted order. */
  positive: z.string().optional(),
})
const fitted = z.looseObject({ kind: z.literal('binary'), negative: z.string(), positive: z.string() })

const fit = (encoding: z.infer<typeof schema>, column: Column, rows: Uint32Array): z.infer<typeof fitted> => {
  const values = [...countCells(column, rows).keys()].sort(compareCells)
  const positive = encoding.positive ?? values.at(-1) ?? ''
  const others = values.filter((value) => value !== positive)
  if (values.length !== 2 || others.length !== 1)
    throw new ProblemError('targetNotBinary', { column: column.name, found: values.length })
  return { kind: 'binary', negative: others[0] ?? '', positive }
}

/** A target of two values: 0 or 1, and back at 0.5. */
export const binary = defineEncoding({
  kind: 'binary',
  schema,
  fitted,
  needsCell: () => true,
  neededCell: () => true,
  width: () => 1,
  fittedWidth: () => 1,
  fit,
  writer: ({ negative, positive }, column) =>
    classWriter([negative, positive], false, column, 'targetNotBinary'),
  decode: ({ negative, positive }, scores) => {
    const score = scores[0] ?? Number.NaN
    return score >= 0.5
      ? { value: positive, probability: score }
      : { value: negative, probability: 1 - score }
  },
  columnType: () => null,
})
