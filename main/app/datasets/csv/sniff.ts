import { ProblemError } from '../../../../shared/problems.ts'
import type { Dialect } from '../../../../shared/table.ts'
import { sniffDelimiter, usualWidth } from './delimiter.ts'
import { sniffHeader } from './header.ts'
import { sniffNumberMarks } from './numberMarks.ts'
import { hasLoneReturns, type Sample, type SampleRecord, sampleRecords } from './sample.ts'

/** Everything found out from a sample. Cells are latin1 text of the raw bytes. */
export interface Sniffed {
  readonly dialect: Pick<Dialect, 'delimiter' | 'decimal' | 'thousands' | 'header' | 'skip'>
  readonly loneReturns: boolean
  /** Where the header, or the first row, starts in the sample. */
  readonly offset: number
  readonly header: readonly string[]
  /** The number of columns. */
  readonly width: number
  readonly rows: readonly SampleRecord[]
  /** Mean length of the sample's records, 0 when it has none to go by. */
  readonly bytesPerRow: number
}

/** Finds out how a sample's text is to be read; what `asked` says is taken as given. */
export const sniff = (sample: Sample, asked: Partial<Dialect>): Sniffed => {
  const loneReturns = hasLoneReturns(sample)
  const preamble =
    asked.skip === undefined
      ? skipPreamble(sample, loneReturns)
      : skipLines(sample, sample.start, asked.skip, loneReturns)
  const delimiter =
    asked.delimiter ??
    declaredDelimiter(sample, preamble) ??
    sniffDelimiter(sample, preamble.offset, loneReturns)
  const rules = { delimiter: delimiterByte(delimiter), loneReturns }
  const start = asked.skip === undefined ? skipTitles(sample, preamble, rules) : preamble
  const records = sampleRecords(sample, start.offset, rules, 1001)
  const marks = sniffNumberMarks(records.slice(0, 300), delimiter, {
    ...(asked.decimal !== undefined && { decimal: asked.decimal }),
    ...(asked.thousands !== undefined && { thousands: asked.thousands }),
  })
  const header = asked.header ?? sniffHeader(records.slice(0, 300), marks)
  const rows = header ? records.slice(1) : records
  const names = header ? (records[0]?.cells ?? []) : []
  const layout = columnLayout(names, rows)
  return {
    dialect: { delimiter, ...marks, header, skip: start.lines },
    loneReturns,
    offset: start.offset,
    rows,
    bytesPerRow:
      rows.length < 2 ? 0 : ((rows.at(-1)?.offset ?? 0) - (rows[0]?.offset ?? 0)) / (rows.length - 1),
    ...layout,
  }
}

const delimiterByte = (delimiter: string): number => {
  const byte = delimiter.charCodeAt(0)
  if (delimiter.length !== 1 || byte > 126 || '"\r\n'.includes(delimiter))
    throw new ProblemError('valueInvalid', { param: 'delimiter', found: delimiter })
  return byte
}

/** The columns' names and number. Rows one cell wider than the header have row names first, as R writes them. */
const columnLayout = (
  header: readonly string[],
  rows: readonly SampleRecord[],
): { header: readonly string[]; width: number } => {
  const { width, share } = usualWidth(rows)
  if (header.length === 0) return { header, width }
  if (width <= header.length || share <= 0.5) return { header, width: header.length }
  const hasRowNames =
    width === header.length + 1 && share > 0.9 && rows.some(({ cells }) => cells.at(width - 1)?.trim())
  return { header: hasRowNames ? ['', ...header] : header, width }
}

interface Place {
  readonly offset: number
  readonly lines: number
}

const lineEnd = ({ bytes }: Sample, from: number, loneReturns: boolean): number => {
  const at = bytes.indexOf(loneReturns ? 13 : 10, from)
  return at < 0 ? bytes.length : at + 1
}

const skipLines = (sample: Sample, from: number, count: number, loneReturns: boolean): Place => {
  let offset = from
  for (let line = 0; line < count; line++) offset = lineEnd(sample, offset, loneReturns)
  return { offset, lines: count }
}

/** Steps over comment lines, blank lines and a spreadsheet's `sep=` line at the top. */
const skipPreamble = (sample: Sample, loneReturns: boolean): Place => {
  let place: Place = { offset: sample.start, lines: 0 }
  let offset = sample.start
  for (let lines = 1; offset < sample.bytes.length && lines <= 1000; lines++) {
    const next = lineEnd(sample, offset, loneReturns)
    const line = sample.bytes.toString('latin1', offset, next)
    offset = next
    if (line.trim() !== '' && !line.startsWith('#') && !/^sep=.\s*$/.test(line)) return place
    if (offset < sample.bytes.length) place = { offset, lines }
  }
  return { offset: sample.start, lines: 0 }
}

const declaredDelimiter = ({ bytes, start }: Sample, { offset }: Place): string | undefined =>
  /(?:^|\n)sep=(.)\s*$/.exec(bytes.toString('latin1', start, offset))?.[1]

/** Steps over title lines: single cells above a table of three columns or more. */
const skipTitles = (
  sample: Sample,
  from: Place,
  rules: { delimiter: number; loneReturns: boolean },
): Place => {
  const records = sampleRecords(sample, from.offset, rules, 200)
  const { width, share } = usualWidth(records)
  const first = records.findIndex(({ cells }) => cells.length > 1)
  const record = records[first]
  if (width < 3 || share < 0.5 || !record || first === 0 || first > 20) return from
  let lines = from.lines
  for (let offset = from.offset; offset < record.offset; lines++)
    offset = lineEnd(sample, offset, rules.loneReturns)
  return { offset: record.offset, lines }
}
