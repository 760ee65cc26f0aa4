import { useSyncExternalStore } from 'react'
import { scaleEvent } from '../useRem.ts'

/** Below this width, in rem, side panels become drawers. */
const compactRem = 70

const subscribe = (listener: () => void) => {
  window.addEventListener('resize', listener)
  window.addEventListener(scaleEvent, listener)
  return () => {
    window.removeEventListener('resize', listener)
    window.removeEventListener(scaleEvent, listener)
  }
}
const read = () =>
  window.innerWidth / Number.parseFloat(getComputedStyle(document.documentElement).fontSize) < compactRem

/** Whether the window is too narrow, at this scale, for three panels side by side. */
export const useIsCompact = (): boolean => useSyncExternalStore(subscribe, read)
