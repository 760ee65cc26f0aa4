import type { InputEncoding } from './encoding.ts'

/** How many values a row of one encoded column has; null when its categories are only known from the data. */
export const encodedWidth = (encoding: InputEncoding): number | null => {
  switch (encoding.kind) {
    case 'number':
      return encoding.missing === 'flag' ? 2 : 1
    case 'sequence':
      return encoding.length
    case 'category': {
      if (encoding.as !== 'onehot') return 1
      if (!encoding.categories) return null
      const ownClass = encoding.missing === 'ownClass' && !encoding.categories.includes('')
      return encoding.categories.length + (ownClass ? 1 : 0) + (encoding.unknown ? 1 : 0)
    }
  }
}

/** How many different whole numbers, from 0, these columns give together; null where only the data say so or they are no ids. */
export const knownIds = (columns: readonly { readonly encoding: InputEncoding }[]): number | null => {
  const counts = columns.map(({ encoding }) =>
    encoding.kind === 'category' && encoding.as === 'index'
      ? encodedWidth({ ...encoding, as: 'onehot' })
      : null,
  )
  return counts.length === 0 || counts.includes(null) ? null : Math.max(...counts.map(Number))
}
