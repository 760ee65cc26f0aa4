import type { MissingMarks } from './missing.ts'
import { type NumberMarks, parseNumber } from './number.ts'
import type { SampleRecord } from './sample.ts'

/** How a sample's cells are to be understood. */
export interface CellReading {
  readonly marks: NumberMarks
  readonly missing: MissingMarks
  /** Text of a cell from its bytes as latin1 text. */
  readonly decode: (cell: string) => string
}

type Kind = 'number' | 'date' | 'text'
const dateLike =
  /^\d{2,4}(?:[-/.]|\u00eb\u0085\u0084|\u00b3\u00e2)\s?\d{1,2}(?:[-/.]\s?\d{1,4}\b|\u00ec\u009b\u0094|\u00bf\u00f9)/

/** What a cell looks like. */
export const cellKind = (cell: string, marks: NumberMarks): Kind => {
  if (!Number.isNaN(parseNumber(cell, marks).value)) return 'number'
  return dateLike.test(cell.trim()) ? 'date' : 'text'
}

/** What at least four fifths of a column's cells look like, text when none is that usual; null when all are missing. */
export const usualKind = (
  records: readonly SampleRecord[],
  column: number,
  { marks, missing }: Pick<CellReading, 'marks' | 'missing'>,
): Kind | null => {
  const counts = { number: 0, date: 0, text: 0 }
  let all = 0
  for (const { cells } of records) {
    const cell = cells[column]
    if (cell === undefined || missing.hasText(cell)) continue
    counts[cellKind(cell, marks)]++
    all++
  }
  if (all === 0) return null
  if (counts.number >= all * 0.8) return 'number'
  return counts.date >= all * 0.8 ? 'date' : 'text'
}
