import { categories, type Category, type PaletteEntry } from '../../../shared/layers/define.ts'

/** Entries of one category, in the catalogue's order. */
export interface PaletteGroup {
  readonly category: Category
  readonly entries: readonly PaletteEntry[]
}

/** The catalogue's entries by category; categories without any are left out. */
export const paletteGroups = (entries: readonly PaletteEntry[]): readonly PaletteGroup[] =>
  categories.flatMap((category) => {
    const own = entries.filter((entry) => entry.category === category)
    return own.length ? [{ category, entries: own }] : []
  })
