import type { MissingMarks } from './missing.ts'
import { parseNumber } from './number.ts'
import { type Sample, type SampleRecord, sampleRecords } from './sample.ts'

/** Delimiters that are looked for, most usual first. */
const delimiters = [',', ';', '\t', '|'] as const

/** The number of fields most records have; of equally frequent ones the larger. */
export const usualWidth = (records: readonly SampleRecord[]): { width: number; share: number } => {
  const counts = new Map<number, number>()
  for (const { cells } of records) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
  let width = 1
  let most = 0
  for (const [cells, count] of counts)
    if (count > most || (count === most && cells > width)) {
      width = cells
      most = count
    }
  return { width, share: records.length === 0 ? 0 : most / records.length }
}

/**
 * The delimiter that splits the sample best: into records of equal width first, into numbers second, into more columns
 * third. A comma when nothing splits it.
 */
export const sniffDelimiter = (
  sample: Sample,
  from: number,
  loneReturns: boolean,
  missing: MissingMarks,
): string => {
  const present = delimiters.filter((delimiter) => sample.bytes.includes(delimiter))
  let best: string = ','
  let bestScore = 0
  for (const delimiter of present) {
    const records = sampleRecords(sample, from, { delimiter: delimiter.charCodeAt(0), loneReturns }, 200)
    const { width, share } = usualWidth(records)
    const first = records[0]?.cells.length ?? 1
    if (width < 2 && first < 2) continue
    if (present.length === 1) return delimiter
    const score =
      (width < 2 ? 0.1 : share) +
      numberShare(records, missing) / 2 +
      Math.log2(Math.min(Math.max(width, 2), 256)) / 10 -
      tornShare(records)
    if (score > bestScore + 1e-9) {
      best = delimiter
      bestScore = score
    }
  }
  return best
}

const numberShare = (records: readonly SampleRecord[], missing: MissingMarks): number => {
  let numbers = 0
  let all = 0
  for (const { cells } of records.length > 1 ? records.slice(1) : records)
    for (const cell of cells) {
      if (missing.hasText(cell)) continue
      all++
      if (isNumber(cell)) numbers++
    }
  return all === 0 ? 0 : numbers / all
}

/** The share of records that are torn within quotes: a cell of them has one quote of a pair. */
const tornShare = (records: readonly SampleRecord[]): number =>
  records.filter(({ cells }) => cells.some((cell) => cell.includes('"') && cell.split('"').length % 2 === 0))
    .length / Math.max(1, records.length)

const isNumber = (cell: string): boolean =>
  !Number.isNaN(parseNumber(cell, { decimal: '.', thousands: '' }).value) ||
  !Number.isNaN(parseNumber(cell, { decimal: ',', thousands: '' }).value)
