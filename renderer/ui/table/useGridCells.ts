import {
  type FocusEvent,
  type KeyboardEvent,
  type PointerEvent,
  useCallback,
  useMemo,
  useRef,
  useState,
} from 'react'
import { isTyping } from '../keys/shortcut.ts'
import type { DataTableProps } from './DataTable.tsx'
import { pressInGrid } from './gridKeys.ts'
import { type GridCell, rangeOf } from './gridMoves.ts'
import type { TableScroll } from './TableScroll.ts'

interface Selection {
  /** The current cell. */
  readonly active: GridCell
  /** Where the selected rectangle began; it ends at the current cell. */
  readonly anchor: GridCell
}

/** The current cell of a table and the selected rectangle, by keyboard and mouse. */
export function useGridCells(props: DataTableProps, scroll: TableScroll) {
  const [selection, setSelection] = useState<Selection | null>(null)
  const { rowCount, columns } = props
  // A table that lost rows or columns has lost the cells in them.
  const isThere =
    selection !== null && selection.active.row < rowCount && selection.active.column < columns.length
  const active = isThere ? selection.active : null
  const anchor = isThere ? selection.anchor : null

  const move = (to: GridCell, isExtended: boolean) => {
    setSelection((known) => {
      const isKept = isExtended && known && known.anchor.row >= 0 && to.row >= 0
      return { active: to, anchor: isKept ? known.anchor : to }
    })
    scroll.reveal(to, false)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (!active || event.nativeEvent.isComposing || isTyping(event.target)) return
    const select = (to: GridCell, from: GridCell) => setSelection({ active: to, anchor: from })
    const state = { table: props, page: scroll.page, active, anchor, select, move }
    if (!pressInGrid(event, state)) return
    event.preventDefault()
    event.stopPropagation()
  }
  const onFocus = (event: FocusEvent<HTMLDivElement>) => {
    if (event.target !== event.currentTarget || active || columns.length === 0) return
    move({ row: Math.min(rowCount - 1, Math.ceil(scroll.topRow)), column: 0 }, false)
  }
  const last = useRef<GridCell | null>(null)
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0 || !(event.target instanceof Element)) return
    if (!event.target.closest('[role=gridcell]')) return
    last.current = scroll.cellAt(event.clientX, event.clientY)
    move(last.current, event.shiftKey)
    followPointer(event, (x, y) => {
      const to = scroll.cellAt(x, y)
      if (to.row === last.current?.row && to.column === last.current.column) return
      last.current = to
      move(to, true)
    })
  }
  const latestColumn = useRef(0)
  const goTo = useCallback(
    (row: number, column?: number) => {
      const cell = { row, column: column ?? latestColumn.current }
      latestColumn.current = cell.column
      setSelection({ active: cell, anchor: cell })
      scroll.reveal(cell, true)
    },
    [scroll],
  )
  const range = useMemo(() => rangeOf(anchor, active), [anchor, active])
  return { active, range, goTo, handlers: { onKeyDown, onFocus, onPointerDown } }
}

/** Tells where the pointer is until its button is let go. */
const followPointer = (
  { currentTarget, pointerId }: PointerEvent<HTMLDivElement>,
  tell: (x: number, y: number) => void,
): void => {
  currentTarget.setPointerCapture(pointerId)
  const move = ({ clientX, clientY }: globalThis.PointerEvent) => tell(clientX, clientY)
  currentTarget.addEventListener('pointermove', move)
  const end = () => currentTarget.removeEventListener('pointermove', move)
  currentTarget.addEventListener('lostpointercapture', end, { once: true })
}
