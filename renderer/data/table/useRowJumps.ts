import { type RefObject, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { TableView } from '../../../shared/tableView.ts'
import { client } from '../../client.ts'
import { formatCount } from '../../i18n/format.ts'
import { jumpToRow, useRowJump } from '../../store/dataView.ts'
import { documentStore } from '../../store/document.ts'
import { setTableView } from '../../store/tableViews.ts'
import type { TableColumn, TableHandle } from '../../ui/table/DataTable.tsx'
import { showToast } from '../../ui/toasts/toasts.ts'

interface RowJumps {
  readonly source: string
  readonly view: TableView
  readonly columns: readonly TableColumn[]
  readonly table: RefObject<TableHandle | null>
  readonly isReady: boolean
}

/** Shows the row that was asked for; when a filter hides it, says so and offers to show all rows. */
export function useRowJumps(props: RowJumps): void {
  const { t } = useTranslation()
  const jump = useRowJump()
  const latest = useRef(props)
  useEffect(() => {
    latest.current = props
  })
  const { source, isReady } = props
  useEffect(() => {
    const { docId } = documentStore.getState()
    if (!jump || jump.source !== source || !isReady || docId === null) return
    const { view, columns, table } = latest.current
    const column = columns.findIndex(({ id }) => id === jump.column)
    const place =
      view.filters.length === 0 && !view.sort
        ? Promise.resolve(jump.row)
        : client.placeOfRow(docId, source, view, jump.row)
    void place.then((row) => {
      if (row !== null) return table.current?.goTo(row, column < 0 ? undefined : column)
      return showToast({
        text: t('data.table.rowHidden', { row: formatCount(jump.row + 1) }),
        action: {
          label: t('data.table.showAll'),
          run: () => void setTableView(source, { filters: [] }).then(() => jumpToRow({ ...jump })),
        },
      })
    })
  }, [jump, source, isReady, t])
}
