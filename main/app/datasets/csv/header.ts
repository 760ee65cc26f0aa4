import { isMissingText } from './missing.ts'
import { type NumberMarks, parseNumber } from './number.ts'
import type { SampleRecord } from './sample.ts'

/**
 * Whether the first record names the columns: it has text where the column below holds numbers or dates. Without any
 * such column it does when it has a name for every column, none a number, none twice, and none found again below.
 */
export const sniffHeader = (records: readonly SampleRecord[], marks: NumberMarks): boolean => {
  const [first, ...below] = records
  if (!first) return true
  if (countsColumns(first.cells) || countsYears(first.cells)) return true
  let named = 0
  let plain = 0
  for (const [column, cell] of first.cells.entries()) {
    if (isMissingText(cell)) continue
    const kind = cellKind(cell, marks)
    const rest = below.flatMap(({ cells }) => {
      const other = cells[column]
      return other === undefined || isMissingText(other) ? [] : [other]
    })
    const usual = usualKind(rest, marks)
    if (usual === 'text' || usual === null) {
      if (kind !== 'text') plain++
      else if (rest.includes(cell)) plain += 0.5
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

type Kind = 'number' | 'date' | 'text'
const dateLike = /^\d{2,4}[-/.]\s?\d{1,2}[-/.]\s?\d{1,4}\b/

const cellKind = (cell: string, marks: NumberMarks): Kind => {
  if (!Number.isNaN(parseNumber(cell, marks).value)) return 'number'
  return dateLike.test(cell.trim()) ? 'date' : 'text'
}

const usualKind = (cells: readonly string[], marks: NumberMarks): Kind | null => {
  if (cells.length === 0) return null
  const counts = { number: 0, date: 0, text: 0 }
  for (const cell of cells) counts[cellKind(cell, marks)]++
  if (counts.number >= cells.length * 0.8) return 'number'
  return counts.date >= cells.length * 0.8 ? 'date' : 'text'
}
