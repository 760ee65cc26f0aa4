import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { useRem } from '../useRem.ts'
import type { DataTableProps } from './DataTable.tsx'

/** Which rows and columns of a table are in view, and where; all sizes in pixels. */
export function useTableWindow({
  columns,
  rowCount,
  rowHeight = 1.75,
  hasRowNumbers,
  onRows,
}: DataTableProps) {
  const rem = useRem()
  const scroller = useRef<HTMLDivElement>(null)
  const numberWidth = hasRowNumbers ? (String(rowCount).length * 0.5 + 1.5) * rem : 0
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised by a compiler
  const rows = useVirtualizer({
    count: rowCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight * rem,
    overscan: 8,
  })
  const cells = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (columns[index]?.width ?? 8) * rem,
    overscan: 3,
  })
  useEffect(() => {
    rows.measure()
    cells.measure()
  }, [rem, columns, rows, cells])
  const seen = rows.getVirtualItems()
  const first = seen[0]?.index ?? 0
  const last = seen.at(-1)?.index ?? 0
  useEffect(() => {
    if (rowCount > 0) onRows?.(first, last)
  }, [first, last, rowCount, onRows])
  return {
    scroller,
    rows: seen,
    shown: cells
      .getVirtualItems()
      .map(({ index, start, size }) => ({ index, left: numberWidth + start, size })),
    numberWidth,
    width: numberWidth + cells.getTotalSize(),
    height: rows.getTotalSize(),
  }
}
