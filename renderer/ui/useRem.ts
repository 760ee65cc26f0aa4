import { useSyncExternalStore } from 'react'

/** Dispatched on `window` when the interface scale changed. */
export const scaleEvent = 'layerloom:scale'

const subscribe = (listener: () => void) => {
  window.addEventListener(scaleEvent, listener)
  return () => window.removeEventListener(scaleEvent, listener)
}
const read = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize)

/** Pixels of one rem: 16 times the interface scale. For code that must give sizes in pixels. */
export const useRem = (): number => useSyncExternalStore(subscribe, read)
