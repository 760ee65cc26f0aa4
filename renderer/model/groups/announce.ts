import { createStore } from 'zustand/vanilla'

/** What assistive technology is told next; the count makes the same sentence news again. */
export const saidStore = createStore<{ readonly text: string; readonly count: number }>(() => ({
  text: '',
  count: 0,
}))

/** Says what an action did to who can't see it. */
export const announce = (text: string): void =>
  saidStore.setState(({ count }) => ({ text, count: count + 1 }))
