import { type RefObject, useEffect, useRef } from 'react'
import { useRem } from '../ui/useRem.ts'
import type { TableColumn } from '../ui/table/DataTable.tsx'

/** Scrolls the table inside the element sideways when another column is selected and out of sight. */
export const useColumnInView = (
  columns: readonly TableColumn[],
  selected: string | null,
): RefObject<HTMLDivElement | null> => {
  const wrapper = useRef<HTMLDivElement>(null)
  const rem = useRem()
  useEffect(() => {
    const table = wrapper.current?.querySelector('[role=grid]')
    const index = columns.findIndex(({ id }) => id === selected)
    if (!table || index < 0) return
    const widthOf = (some: readonly TableColumn[]) => some.reduce((sum, { width }) => sum + width, 0) * rem
    const numbers = table.querySelector('[role=rowheader]')?.clientWidth ?? 0
    const start = widthOf(columns.slice(0, index))
    const end = start + widthOf(columns.slice(index, index + 1))
    const room = table.clientWidth - numbers
    if (start < table.scrollLeft) table.scrollLeft = start
    else if (end > table.scrollLeft + room) table.scrollLeft = Math.min(start, end - room)
    // Only another selection scrolls: a role that changes a header must not.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [selected, rem])
  return wrapper
}
