import type { TableView } from '../../../shared/tableView.ts'
import { client } from '../../client.ts'
import { documentStore } from '../../store/document.ts'
import type { CellRange } from '../../ui/table/gridMoves.ts'
import { cellsAsText } from './cellsAsText.ts'

/** Cells that are copied at most: what other programs take from the clipboard without trouble. */
export const mostCopied = 1_000_000
const rowsAtATime = 1000

/** How many cells a rectangle has. */
export const cellCount = ({ top, bottom, left, right }: CellRange): number =>
  (bottom - top + 1) * (right - left + 1)

/** Puts cells of a view on the clipboard, a row a line, tabs between cells. Rejects when the clipboard is not to be had. */
export async function copyCells(source: string, view: TableView, range: CellRange): Promise<void> {
  const { docId } = documentStore.getState()
  if (docId === null) return
  const lines: string[] = []
  for (let from = range.top; from <= range.bottom; from += rowsAtATime) {
    const count = Math.min(rowsAtATime, range.bottom - from + 1)
    const { rows } = await client.sourceRows(docId, source, view, from, count)
    for (const row of rows) lines.push(cellsAsText(row.slice(range.left, range.right + 1)))
  }
  await navigator.clipboard.writeText(lines.join('\n'))
}
