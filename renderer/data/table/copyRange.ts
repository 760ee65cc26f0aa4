import type { TableView } from '../../../shared/tableView.ts'
import { formatCount } from '../../i18n/format.ts'
import { i18n } from '../../i18n/i18n.ts'
import type { CellRange } from '../../ui/table/gridMoves.ts'
import { showToast } from '../../ui/toasts/toasts.ts'
import { cellCount, copyCells, mostCopied } from './copyCells.ts'

/** Copies cells and says so where there are many, or why it could not. */
export async function copyRange(source: string, view: TableView, range: CellRange): Promise<void> {
  const count = cellCount(range)
  if (count > mostCopied) {
    showToast({
      tone: 'danger',
      text: i18n.t('data.table.copyTooMany', { cells: formatCount(count), most: formatCount(mostCopied) }),
    })
    return
  }
  try {
    await copyCells(source, view, range)
    if (count > 1) showToast({ text: i18n.t('data.table.copied', { formatted: formatCount(count), count }) })
  } catch {
    showToast({ tone: 'danger', text: i18n.t('data.table.copyFailed') })
  }
}
