import { type RefObject, useMemo } from 'react'
import { setColumnWidth } from '../../store/dataView.ts'
import { setTableView, tableViewOf } from '../../store/tableViews.ts'
import type { GridActs } from '../../ui/table/DataTable.tsx'
import { nextSort } from './changeView.ts'
import { copyRange } from './copyRange.ts'
import type { EditedFilter } from './FilterPopover.tsx'

/** What can be done with the columns and cells of a source's table. */
export const useTableActs = (
  source: string,
  wrapper: RefObject<HTMLElement | null>,
  onFilter: (filter: EditedFilter) => void,
) =>
  useMemo(() => {
    const filterBy = (column: string, anchor: Element) => {
      const index = tableViewOf(source).wanted.filters.findIndex((one) => one.column === column)
      onFilter({ column, index: index < 0 ? null : index, anchor })
    }
    const editFilter = (index: number, anchor: Element) => {
      const rule = tableViewOf(source).wanted.filters[index]
      if (rule) onFilter({ column: rule.column, index, anchor })
    }
    const sortBy = (column: string) => void setTableView(source, nextSort(tableViewOf(source).wanted, column))
    /** The current header, or all of the table when it is out of sight. */
    const current = () => {
      const grid = wrapper.current?.querySelector('[role=grid]')
      const id = grid?.getAttribute('aria-activedescendant')
      return (id && document.getElementById(id)) || wrapper.current
    }
    const grid: GridActs = {
      onCopy: (range) => void copyRange(source, tableViewOf(source).view, range),
      onSort: sortBy,
      onMenu: (column) => {
        const anchor = current()
        if (anchor) filterBy(column, anchor)
      },
      onWidth: (column, width) => setColumnWidth(source, column, width),
    }
    return { filterBy, editFilter, sortBy, grid }
  }, [source, wrapper, onFilter])
