import { useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect } from 'react'
import { useRem } from '../../ui/useRem.ts'

/** Height of a line, in rem. */
const lineHeight = 1.75

/** Which lines are in view, and where; the active one is always among them and comes into view when it changes. */
export const useLines = (count: number, active: number, scroller: RefObject<HTMLElement | null>) => {
  const rem = useRem()
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised by a compiler
  const lines = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight * rem,
    overscan: 8,
    rangeExtractor: ({ startIndex, endIndex, overscan }) => {
      const first = Math.max(0, startIndex - overscan)
      const last = Math.min(count - 1, endIndex + overscan)
      const range = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
      return active < count && !range.includes(active) ? [...range, active].sort((a, b) => a - b) : range
    },
  })
  useEffect(() => lines.measure(), [rem, lines])
  useEffect(() => {
    if (active < count) lines.scrollToIndex(active, { align: 'auto' })
  }, [active, count, lines])
  return { shown: lines.getVirtualItems(), height: lines.getTotalSize() }
}
