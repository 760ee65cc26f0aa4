import { createStore } from 'zustand/vanilla'
import type { BottomTab } from './bottomTabs.ts'

/** Which view is open below the graph; null while it is closed. */
export const bottomStore = createStore<{ readonly tab: BottomTab | null }>(() => ({ tab: null }))

/** Opens a view below the graph. */
export const showBottom = (tab: BottomTab): void => bottomStore.setState({ tab })

/** Opens a view, or closes it when it is the open one. */
export const toggleBottom = (tab: BottomTab): void =>
  bottomStore.setState((state) => ({ tab: state.tab === tab ? null : tab }))

/** Leaves the graph alone. */
export const closeBottom = (): void => bottomStore.setState({ tab: null })
