import { type KeyboardEvent, type RefObject, useCallback, useEffect } from 'react'
import type { TableView } from '../../../shared/tableView.ts'
import { findInTable, forgetFound, openTableSearch, useTableSearch } from '../../store/findInTable.ts'
import { matchesShortcut } from '../../ui/keys/shortcut.ts'
import type { TableHandle } from '../../ui/table/DataTable.tsx'

interface FindIn {
  readonly source: string
  readonly view: TableView
  readonly table: RefObject<TableHandle | null>
  /** Whether the whole file is there. */
  readonly isReady: boolean
}

const start = { row: -1, column: -1 }

/** Finding in the table: Ctrl+F opens the search, F3 goes to the next cell that has the text, and with Shift to the one before. */
export function useFind({ source, view, table, isReady }: FindIn) {
  const { match, isOpen } = useTableSearch()
  useEffect(forgetFound, [source, view])
  const find = useCallback(
    (backwards: boolean) => {
      const from = match ? { row: match.row, column: match.column } : start
      void findInTable(source, view, from, backwards).then((found) => {
        if (found) table.current?.goTo(found.row, found.column)
      })
    },
    [source, view, table, match],
  )
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isReady) return
    const isOpening = matchesShortcut(event.nativeEvent, { code: 'KeyF', mod: true })
    const isNext = matchesShortcut(event.nativeEvent, { code: 'F3' })
    const isBefore = matchesShortcut(event.nativeEvent, { code: 'F3', shift: true })
    if (!isOpening && !isNext && !isBefore) return
    event.preventDefault()
    event.stopPropagation()
    if (isOpening || !isOpen) openTableSearch()
    if (!isOpening) find(isBefore)
  }
  return { find, onKeyDown }
}
