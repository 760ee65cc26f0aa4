import { ProblemError } from '../../../../shared/problems.ts'
import type { Dialect } from '../../../../shared/table.ts'
import type { CellDecoder } from './encoding.ts'
import { sniffDelimiter, usualWidth } from './delimiter.ts'
import { type HeaderBlock, sniffHeaderBlock } from './headerBlock.ts'
import { MissingMarks } from './missing.ts'
import { parseNumber } from './number.ts'
import { sniffNumberMarks } from './numberMarks.ts'
import type { ScanRules } from './scan.ts'
import { hasLoneReturns, type Sample, type SampleRecord, sampleRecords } from './sample.ts'
import { TotalRows } from './totals.ts'

/** What is sniffed, and what is known of it. */
export interface SniffTask {
  readonly sample: Sample
  /** The file's last bytes. */
  readonly tail: Buffer
  /** Of the sample's bytes; null while they are ASCII. */
  readonly encoding: string | null
  readonly decode: CellDecoder
  readonly asked: Partial<Dialect>
}

/** Everything found out from a sample. Cells are latin1 text of the raw bytes. */
export interface Sniffed {
  readonly dialect: Pick<
    Dialect,
    'delimiter' | 'decimal' | 'thousands' | 'header' | 'headerRows' | 'skip' | 'units' | 'totals' | 'missing'
  >
  readonly loneReturns: boolean
  /** Where the header, or the first row, starts in the sample. */
  readonly offset: number
  /** Rows that name the columns, 0 when none does. */
  readonly headerRows: number
  readonly header: readonly string[]
  /** The number of columns. */
  readonly width: number
  /** Records of the table, without those that are left out. */
  readonly rows: readonly SampleRecord[]
  readonly missing: MissingMarks
  /** What finds rows of totals, where there are any. */
  readonly totals: TotalRows | null
  /** Mean length of the sample's records, 0 when it has none to go by. */
  readonly bytesPerRow: number
}

const mostRecords = 1001

/** Finds out how a sample's text is to be read; what is asked for is taken as given. */
export const sniff = ({ sample, tail, encoding, decode, asked }: SniffTask): Sniffed => {
  const loneReturns = hasLoneReturns(sample)
  const missing = new MissingMarks(asked.missing, encoding)
  const preamble =
    asked.skip === undefined
      ? skipPreamble(sample, loneReturns)
      : skipLines(sample, sample.start, asked.skip, loneReturns)
  const delimiter =
    asked.delimiter ??
    declaredDelimiter(sample, preamble) ??
    sniffDelimiter(sample, preamble.offset, loneReturns, missing)
  const rules = { delimiter: delimiterByte(delimiter), loneReturns }
  const start = asked.skip === undefined ? skipTitles(sample, preamble, rules) : preamble
  const records = sampleRecords(sample, start.offset, rules, mostRecords)
  const head = records.slice(0, headRecords(records))
  const marks = sniffNumberMarks(head, delimiter, missing, {
    ...(asked.decimal !== undefined && { decimal: asked.decimal }),
    ...(asked.thousands !== undefined && { thousands: asked.thousands }),
  })
  const text = (cell: string): string => {
    const bytes = Buffer.from(cell, 'latin1')
    return decode(bytes, 0, bytes.length)
  }
  const block = sniffHeaderBlock(head, { marks, missing, decode: text }, asked)
  const below = records.slice(block.rows)
  const isAll = sample.whole && records.length < mostRecords && records.length * block.names.length < 20_000
  const last = isAll ? [] : tailRecords(tail, rules)
  const odd = sniffOddRows(block, below, last, encoding, asked)
  const isRow = (record: SampleRecord, index: number): boolean =>
    !(index === 0 && odd.dialect.units === 'drop') &&
    !(odd.dialect.totals === 'drop' && odd.totals?.hasCells(record.cells))
  const rows = below.filter(isRow)
  return {
    dialect: {
      delimiter,
      ...marks,
      header: block.rows > 0,
      skip: start.lines,
      ...(block.rows > 1 && { headerRows: block.rows }),
      ...odd.dialect,
      ...(asked.missing && { missing: asked.missing }),
    },
    loneReturns,
    offset: start.offset,
    headerRows: block.rows,
    rows,
    missing,
    totals: odd.totals,
    bytesPerRow:
      rows.length < 2 ? 0 : ((rows.at(-1)?.offset ?? 0) - (rows[0]?.offset ?? 0)) / (rows.length - 1),
    ...columnLayout(block.names, rows),
  }
}

/** How many records tell of header and marks: 300, of very wide tables fewer, for every column has a say. */
const headRecords = (records: readonly SampleRecord[]): number =>
  Math.max(8, Math.min(300, Math.ceil(6000 / (records[0]?.cells.length ?? 1))))

/** The records of a file's last bytes; the first of them may be cut off and is none. */
const tailRecords = (tail: Buffer, rules: ScanRules): readonly SampleRecord[] => {
  const start = tail.indexOf(rules.loneReturns ? 13 : 10) + 1
  return start === 0 ? [] : sampleRecords({ bytes: tail, start, whole: true }, start, rules, tail.length)
}

/** Among more rows than this share, rows called totals are rather a value of their column. */
const mostTotals = 0.05

const sniffOddRows = (
  block: HeaderBlock,
  below: readonly SampleRecord[],
  tail: readonly SampleRecord[],
  encoding: string | null,
  asked: Partial<Dialect>,
): { readonly dialect: Pick<Dialect, 'units' | 'totals'>; readonly totals: TotalRows | null } => {
  const totals = new TotalRows(encoding)
  const seen = [...below, ...tail]
  const found = seen.filter(({ cells }) => totals.hasCells(cells)).length
  const usual = found <= Math.max(2, seen.length * mostTotals) ? 'drop' : 'keep'
  const hasTotals = found > 0 || asked.totals !== undefined
  return {
    dialect: {
      ...(block.units && { units: asked.units ?? 'drop' }),
      ...(hasTotals && { totals: asked.totals ?? usual }),
    },
    totals: hasTotals ? totals : null,
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

/** Steps over title lines: records of a single text above a table of three columns or more, padded or not. */
const skipTitles = (sample: Sample, from: Place, rules: ScanRules): Place => {
  const records = sampleRecords(sample, from.offset, rules, 200)
  const { width, share } = usualWidth(records)
  const first = records.findIndex(({ cells }) => !isTitle(cells))
  const record = records[first]
  if (width < 3 || share < 0.5 || !record || first === 0 || first > 20) return from
  let lines = from.lines
  for (let offset = from.offset; offset < record.offset; lines++)
    offset = lineEnd(sample, offset, rules.loneReturns)
  return { offset: record.offset, lines }
}

const isTitle = (cells: readonly string[]): boolean => {
  const texts = cells.filter((cell) => cell.trim() !== '')
  if (cells.length === 1 || texts.length === 0) return true
  return (
    texts.length === 1 && Number.isNaN(parseNumber(texts[0] ?? '', { decimal: '.', thousands: ',' }).value)
  )
}
