import { compareCells } from '../prep/cells.ts'
import type { InputEncoding, TargetEncoding } from '../prep/encoding.ts'
import { proposeInput, proposeTarget } from '../proposeEncoding.ts'
import type { ColumnProfile } from '../table.ts'
import { patched } from './check.ts'

type Encoding = InputEncoding | TargetEncoding

/** The labels in a column's cells as its most frequent values; nothing is known of them when some cells are not listed. */
export const labelsIn = (
  { top, distinct }: ColumnProfile,
  separator: string,
): Pick<ColumnProfile, 'top' | 'distinct'> => {
  const labels = new Set(
    top.flatMap(({ value }) =>
      value
        .split(separator)
        .map((label) => label.trim())
        .filter((label) => label !== ''),
    ),
  )
  const isWhole = top.length >= distinct
  return {
    top: [...labels].map((value) => ({ value, count: 1 })),
    distinct: isWhole ? labels.size : Infinity,
  }
}

/** Values known before in their old order, then the new ones. */
const refitted = (before: readonly string[], now: readonly string[]): string[] => [
  ...before.filter((value) => now.includes(value)),
  ...now.filter((value) => !before.includes(value)),
]

/** Every value of a column in order; null when the profile lists only some of them. */
const everyValue = ({ top, distinct }: ColumnProfile): string[] | null =>
  top.length > 0 && top.length >= distinct ? top.map(({ value }) => value).sort(compareCells) : null

/** Whether an encoding can go on with a column that is of another type now: numbers stay numbers, anything has categories. */
const stillSuits = (encoding: Encoding, { summary, type }: ColumnProfile): boolean =>
  encoding.kind === 'number' ? summary !== undefined : encoding.kind === 'category' && type !== 'sequence'

/** An input's encoding for a column of a new file: lists of categories follow, and what suits no more is proposed anew. Throws `columnKindMismatch`. */
export const refitInput = (
  encoding: InputEncoding,
  column: ColumnProfile,
  isRetyped: boolean,
): InputEncoding => {
  if (isRetyped && !stillSuits(encoding, column)) return proposeInput(column)
  if (encoding.kind !== 'category' || !encoding.categories) return encoding
  const now = everyValue(column)
  if (now) return { ...encoding, categories: refitted(encoding.categories, now) }
  // Too many to list: without a list the width of a one-hot is unknown.
  const { categories: _, ...rest } = encoding
  return rest.as === 'onehot' ? { ...rest, as: 'frequency' } : rest
}

/** A target's encoding for a column of a new file. Throws what `proposeTarget` throws. */
export const refitTarget = (
  encoding: TargetEncoding,
  column: ColumnProfile,
  isRetyped: boolean,
): TargetEncoding => {
  if (isRetyped && !stillSuits(encoding, column) && encoding.kind === 'number')
    return proposeTarget(column).encoding
  if (encoding.kind === 'binary') {
    const isThere = column.top.some(({ value }) => value === encoding.positive)
    return isThere ? encoding : patched(encoding, { positive: undefined })
  }
  if (encoding.kind === 'number' || !encoding.categories) return encoding
  const now =
    encoding.kind === 'labels'
      ? everyValue({ ...column, ...labelsIn(column, encoding.separator) })
      : everyValue(column)
  return now ? { ...encoding, categories: refitted(encoding.categories, now) } : encoding
}
