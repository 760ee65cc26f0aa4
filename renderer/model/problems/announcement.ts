import { createStore } from 'zustand/vanilla'

/** What assistive technology is told about the problems, at the last word. */
export const announcementStore = createStore<{ readonly text: string }>(() => ({ text: '' }))

/** Says something to a user who can't see that it happened. */
export const announce = (text: string): void => announcementStore.setState({ text })
