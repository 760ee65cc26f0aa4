import { createStore } from 'zustand/vanilla'

/** The card being wired by the keyboard, and which of its sides; null for none. */
export const connectStore = createStore<{
  readonly wiring: { readonly node: string; readonly side: 'source' | 'target' } | null
}>(() => ({ wiring: null }))
