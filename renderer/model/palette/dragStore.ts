import { createStore } from 'zustand/vanilla'
import type { CardCategory } from '../card/nodeCard.ts'

/** What can be carried to the canvas: an entry of the catalogue, or a saved block. */
export interface CarriedEntry {
  readonly type: string
  readonly title: string
  readonly category: CardCategory
}

/** The palette entry that the pointer carries, and where the pointer is on the screen. */
interface Carried {
  readonly entry: CarriedEntry
  readonly x: number
  readonly y: number
}

/** Null while nothing is carried. */
export const dragStore = createStore<{ readonly carried: Carried | null }>(() => ({ carried: null }))
