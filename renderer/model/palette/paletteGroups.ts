import { categories, type Category, type PaletteEntry } from '../../../shared/layers/define.ts'
import type { Language } from '../../../shared/words.ts'

/** Entries of one category, in the catalogue's order. */
export interface PaletteGroup {
  readonly category: Category
  readonly entries: readonly PaletteEntry[]
}

/** Whether every word looked for is in the entry's title, type or help, or in its category's name. */
const matches = (
  entry: PaletteEntry,
  words: readonly string[],
  categoryTitle: string,
  language: Language,
) => {
  const text = `${entry.title} ${entry.type} ${categoryTitle} ${entry.help[language]}`.toLowerCase()
  return words.every((word) => text.includes(word))
}

/** The catalogue's entries by category, those with every word of the search; titles that begin with it come first. */
export const paletteGroups = (
  entries: readonly PaletteEntry[],
  search: string,
  language: Language,
  titleOf: (category: Category) => string,
): readonly PaletteGroup[] => {
  const needle = search.trim().toLowerCase()
  const words = needle.split(/\s+/).filter(Boolean)
  const rank = ({ title }: PaletteEntry) => (title.toLowerCase().startsWith(needle) ? 0 : 1)
  return categories.flatMap((category) => {
    const found = entries.filter(
      (entry) => entry.category === category && matches(entry, words, titleOf(category), language),
    )
    return found.length
      ? [{ category, entries: found.toSorted((one, other) => rank(one) - rank(other)) }]
      : []
  })
}
