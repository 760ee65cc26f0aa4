import { createStore } from 'zustand/vanilla'
import type { Category } from '../../../shared/layers/define.ts'

/** The groups of the palette that are folded, for as long as the page lives. */
export const foldStore = createStore<{ readonly folded: ReadonlySet<Category> }>(() => ({
  folded: new Set(),
}))

/** Folds a group of the palette, or unfolds it. */
export const setFolded = (category: Category, isFolded: boolean): void =>
  foldStore.setState(({ folded }) => {
    const next = new Set(folded)
    if (isFolded) next.add(category)
    else next.delete(category)
    return { folded: next }
  })
