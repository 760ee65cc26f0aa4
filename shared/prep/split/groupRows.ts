import type { Column } from '../../table.ts'
import { isMissing } from '../cells.ts'

/** Rows that stay together, by the number of their first row. A row without a group stays on its own. */
export const groupRows = (groups: Column, rows: Uint32Array): Map<number, readonly number[]> => {
  const cells = groups.kind === 'number' ? groups.values : groups.codes
  const firsts = new Map<number, number[]>()
  const units = new Map<number, number[]>()
  for (const row of rows) {
    const cell = isMissing(groups, row) ? null : (cells[row] ?? null)
    const members = cell === null ? undefined : firsts.get(cell)
    if (members) members.push(row)
    else {
      const unit = [row]
      units.set(row, unit)
      if (cell !== null) firsts.set(cell, unit)
    }
  }
  return units
}
