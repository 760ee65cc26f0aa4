import { createStore } from 'zustand/vanilla'
import type { PaletteEntry } from '../../../shared/layers/define.ts'

/** The palette entry that the pointer carries, and where the pointer is on the screen. */
interface Carried {
  readonly entry: PaletteEntry
  readonly x: number
  readonly y: number
}

/** Null while nothing is carried. */
export const dragStore = createStore<{ readonly carried: Carried | null }>(() => ({ carried: null }))
