import { type CellReading, cellKind, usualKind } from './cellKind.ts'
import type { SampleRecord } from './sample.ts'

/**
 * Whether the first record names the columns: it has text where the column below holds numbers or dates. Without any
 * such column it does when it has a name for every column, none a number, none twice, and none found again below.
 */
export const sniffHeader = (records: readonly SampleRecord[], reading: CellReading): boolean => {
  const { marks, missing } = reading
  const [first, ...below] = records
  if (!first) return true
  if (countsColumns(first.cells) || countsYears(first.cells)) return true
  let named = 0
  let plain = 0
  for (const [column, cell] of first.cells.entries()) {
    if (missing.hasText(cell)) continue
    const kind = cellKind(cell, marks)
    const usual = usualKind(below, column, reading)
    if (usual === 'text' || usual === null) {
      if (kind !== 'text') plain++
      else if (below.some(({ cells }) => cells[column] === cell)) plain += 0.5
    } else if (kind === usual) plain++
    else if (kind === 'text') named++
  }
  if (named !== plain) return named > plain
  const names = new Set(first.cells.map((cell) => cell.trim()))
  return names.size === first.cells.length && first.cells.every((cell) => cellKind(cell, marks) === 'text')
}

/** Whether the cells number the columns from 0, as pandas writes columns without names. */
const countsColumns = (cells: readonly string[]): boolean => {
  const numbers = cells[0]?.trim() === '' ? cells.slice(1) : cells
  return numbers.length >= 4 && numbers.every((cell, column) => cell.trim() === String(column))
}

/** Whether the cells are some names and then years in a row. */
const countsYears = (cells: readonly string[]): boolean => {
  const first = cells.findIndex((cell) => /^(?:19|20)\d\d$/.test(cell.trim()))
  const years = cells.slice(first)
  return first >= 1 && years.length >= 2 && years.every((cell, at) => Number(cell) === Number(years[0]) + at)
}
