import { cellText } from '../cells.ts'
import { columnFromCells } from '../columnFromCells.ts'
import type { PipelineSteps } from './pipelineSteps.ts'
import { replaySteps } from './takeSteps.ts'

type Cell = string | number | null
type Row = Readonly<Record<string, Cell>>

/**
 * Raw rows as they are after a trained model's steps (`steps` of layerloom.json): columns that steps change or make have
 * other cells, null where one is missing. Built into `steps.mjs`, which exports carry: what runs there is what runs here.
 */
export const takeSteps = ({ columns, list }: PipelineSteps, rows: readonly Row[]): Row[] => {
  const raw = columns.map(({ column, kind }) => {
    const cells = rows.map((row) => (Object.hasOwn(row, column) ? (row[column] ?? null) : null))
    return [column, columnFromCells(column, cells, kind)] as const
  })
  const after = replaySteps(list, new Map(raw), rows.length)
  return rows.map((row, at) => {
    const taken: Record<string, Cell> = { ...row }
    for (const { column } of list) {
      const found = after.get(column)
      const text = found ? cellText(found, at) : null
      taken[column] = text !== null && found?.kind === 'number' ? Number(text) : text
    }
    return taken
  })
}
