import type { Column } from '../../table.ts'
import { cellText } from '../cells.ts'

/** Rows that stay together, by the number of their first row. A row without a group stays on its own. */
export const groupRows = (groups: Column, rows: Uint32Array): Map<number, readonly number[]> => {
  const firsts = new Map<string, number[]>()
  const units = new Map<number, number[]>()
  for (const row of rows) {
    const name = cellText(groups, row)
    const members = name === null ? undefined : firsts.get(name)
    if (members) members.push(row)
    else {
      const unit = [row]
      units.set(row, unit)
      if (name !== null) firsts.set(name, unit)
    }
  }
  return units
}
