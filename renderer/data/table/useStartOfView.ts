import { type RefObject, useEffect, useRef } from 'react'
import type { TableView } from '../../../shared/tableView.ts'
import type { TableHandle } from '../../ui/table/DataTable.tsx'

/** Shows the first rows of every other view; the same rows as before stay where they are. */
export const useStartOfView = (table: RefObject<TableHandle | null>, view: TableView): void => {
  const before = useRef(view)
  useEffect(() => {
    if (before.current !== view) table.current?.toTop()
    before.current = view
  }, [table, view])
}
