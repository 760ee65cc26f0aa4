import { kindOf } from './encodingKinds.ts'
import type { InputEncoding } from './encoding.ts'
import { firstWord } from './encodings/text.ts'

/** How many values a row of one encoded column has; null when its categories are only known from the data. */
export const encodedWidth = (encoding: InputEncoding): number | null => kindOf(encoding).width(encoding)

/** How many different whole numbers, from 0, an encoding gives; null where only the data say so or they are no ids. */
const idsOf = (encoding: InputEncoding): number | null => {
  if (encoding.kind === 'text' && encoding.as === 'sequence') return encoding.vocabulary + firstWord
  if (encoding.kind !== 'category' || encoding.as !== 'index') return null
  return encodedWidth({ ...encoding, as: 'onehot' })
}

/** How many different whole numbers, from 0, these columns give together; null where only the data say so or they are no ids. */
export const knownIds = (columns: readonly { readonly encoding: InputEncoding }[]): number | null => {
  const counts = columns.map(({ encoding }) => idsOf(encoding))
  return counts.length === 0 || counts.includes(null) ? null : Math.max(...counts.map(Number))
}

/** Whether an encoding makes a column an axis of steps, such as the words of a text: it needs an input of its own. */
export const isSequence = (encoding: InputEncoding): boolean =>
  encoding.kind === 'sequence' || (encoding.kind === 'text' && encoding.as === 'sequence')

/** Whether an encoding gives whole numbers, such as rows of an Embedding. */
export const isWhole = (encoding: InputEncoding): boolean =>
  isSequence(encoding) || (encoding.kind === 'category' && encoding.as === 'index')
