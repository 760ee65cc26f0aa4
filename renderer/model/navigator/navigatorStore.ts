import { createStore } from 'zustand/vanilla'

/** What the navigator of the Model workspace shows. */
export type NavigatorTab = 'layers' | 'outline'

/** Which of its views the navigator shows. */
export const navigatorStore = createStore<{ readonly tab: NavigatorTab }>(() => ({ tab: 'layers' }))
