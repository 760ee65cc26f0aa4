import { type RefObject, useEffect } from 'react'
import type { TableColumn, TableHandle } from '../../ui/table/DataTable.tsx'

/** Scrolls the table sideways when another column is selected and out of sight. */
export const useColumnInView = (
  table: RefObject<TableHandle | null>,
  columns: readonly TableColumn[],
  selected: string | null,
): void => {
  useEffect(() => {
    const index = columns.findIndex(({ id }) => id === selected)
    if (index >= 0) table.current?.showColumn(index)
    // Only another selection scrolls: a role that changes a header must not.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [selected])
}
