import { z } from 'zod'
import { cellText, compareCells, countCells } from '../cells.ts'
import { columnNamed } from './columnNamed.ts'
import type { ColumnKind } from './stepKind.ts'

/** Values that are rare in the training rows become one. */
export const mergeRareSchema = z.looseObject({
  kind: z.literal('mergeRare'),
  off: z.boolean().optional(),
  column: z.string(),
  atLeast: z.int().min(1).optional().describe('Training rows that a value needs to stay.'),
  most: z.int().min(1).max(1_000_000).optional().describe('How many values stay, the most frequent ones.'),
  into: z.string().min(1).max(1000).describe('What the others become.'),
})

export const fittedMergeRareSchema = z.looseObject({
  kind: z.literal('mergeRare'),
  column: z.string(),
  values: z.array(z.string()).describe('The values that stay; a value never seen in training does not.'),
  into: z.string(),
})

export const mergeRare: ColumnKind<z.infer<typeof mergeRareSchema>, z.infer<typeof fittedMergeRareSchema>> = {
  acts: 'column',
  makes: false,
  learns: () => true,
  reads: ({ column }) => [column],
  check: ({ atLeast, most, column }) =>
    column === '' ? { code: 'stepNoColumns' } : (atLeast ?? most) ? null : { code: 'stepNothingToDo' },
  fit({ column, atLeast = 1, most = Number.POSITIVE_INFINITY, into }, columns, rows) {
    const counts = [...countCells(columnNamed(columns, column), rows)]
    const values = counts
      .filter(([, count]) => count >= atLeast)
      .sort(([left, l], [right, r]) => r - l || compareCells(left, right))
      .slice(0, most)
      .map(([value]) => value)
      .sort(compareCells)
    return { kind: 'mergeRare', column, values, into }
  },
  apply({ column: name, values, into }, columns, rows) {
    const column = columnNamed(columns, name)
    const dictionary = [...new Set([...values, into])]
    const codeOf = new Map(dictionary.map((value, code) => [value, code]))
    const other = codeOf.get(into) ?? -1
    const after = (text: string | null) => (text === null ? -1 : (codeOf.get(text) ?? other))
    // Each different text is looked up once.
    const known = column.kind === 'text' ? column.dictionary.map(after) : []
    const codes = new Int32Array(rows)
    for (let row = 0; row < rows; row++)
      codes[row] =
        column.kind === 'text' ? (known[column.codes[row] ?? -1] ?? -1) : after(cellText(column, row))
    return { kind: 'text', name, codes, dictionary }
  },
}
