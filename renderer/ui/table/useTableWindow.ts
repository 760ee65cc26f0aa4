import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useRem } from '../useRem.ts'
import { columnStarts, type ShownColumn } from './columnPlaces.ts'
import type { DataTableProps } from './DataTable.tsx'
import { scrollScale } from './scrollScale.ts'
import { isSameWindow, noWindow, TableScroll, type TableWindow } from './TableScroll.ts'

/** Which rows and columns of a table are in view, and where; all sizes in pixels. */
export function useTableWindow(props: DataTableProps) {
  const { columns, rowCount, rowHeight = 1.75, headerHeight = 2, onRows } = props
  const rem = useRem()
  const scroller = useRef<HTMLDivElement>(null)
  const [viewHeight, setViewHeight] = useState(0)
  const [window, setWindow] = useState(noWindow)
  const [scroll] = useState(
    () => new TableScroll((next) => setWindow((known) => (isSameWindow(known, next) ? known : next))),
  )
  const rowSize = rowHeight * rem
  const head = headerHeight * rem
  const numberWidth = (props.numberWidth ?? 0) * rem
  const starts = useMemo(() => columnStarts(columns.map(({ width }) => width * rem)), [columns, rem])
  const scale = useMemo(
    () => scrollScale(rowCount * rowSize, Math.max(rowSize, viewHeight - head)),
    [rowCount, rowSize, viewHeight, head],
  )
  useEffect(() => {
    const element = scroller.current
    if (!element) return undefined
    const observer = new ResizeObserver(() => {
      setViewHeight(element.clientHeight)
      scroll.look()
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [scroll])
  useLayoutEffect(() => {
    scroll.follow(scroller.current)
    return () => scroll.follow(null)
  }, [scroll])
  // The table stays at its row when rows are added, and at another scale or size of type.
  useLayoutEffect(() => {
    scroll.place({ rowSize, head, numberWidth, starts, scale, rowCount })
  }, [rowSize, head, numberWidth, starts, scale, rowCount, scroll])

  const last = Math.min(window.last, rowCount - 1)
  const { first, shift } = window
  useEffect(() => {
    if (last >= first) onRows?.(first, last)
  }, [first, last, onRows])
  const { firstColumn, lastColumn } = window
  const shown = useMemo(
    () => shownColumns({ firstColumn, lastColumn }, starts, numberWidth),
    [firstColumn, lastColumn, starts, numberWidth],
  )
  return {
    scroller,
    scroll,
    head,
    rowSize,
    numberWidth,
    rows: Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index),
    topOf: (row: number) => head + row * rowSize - shift,
    shown,
    width: numberWidth + (starts.at(-1) ?? 0),
    height: head + scale.height,
  }
}

const shownColumns = (
  { firstColumn, lastColumn }: Pick<TableWindow, 'firstColumn' | 'lastColumn'>,
  starts: Float64Array,
  numberWidth: number,
): readonly ShownColumn[] => {
  const list: ShownColumn[] = []
  for (let index = firstColumn; index <= Math.min(lastColumn, starts.length - 2); index++) {
    const start = starts[index] ?? 0
    list.push({ index, left: numberWidth + start, size: (starts[index + 1] ?? start) - start })
  }
  return list
}
