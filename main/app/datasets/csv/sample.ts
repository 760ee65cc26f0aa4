import { fieldKinds, RecordScanner, type ScanRules } from './scan.ts'

/** The first bytes of a file that are looked at before it is read; UTF-8 or an encoding in which delimiters are safe. */
export interface Sample {
  readonly bytes: Buffer
  /** Where the text starts: behind a byte order mark. */
  readonly start: number
  /** Whether the sample is the whole file. */
  readonly whole: boolean
}

/** One record of a sample: its cells as latin1 text, and where it starts. Of more than 65,536 cells, those are left out. */
export interface SampleRecord {
  readonly cells: readonly string[]
  readonly offset: number
  readonly lines: number
}

/** Of very wide tables fewer records are looked at. */
const mostCells = 16_000
const fewestRecords = 12

/** Records found so far in one way to read a sample, and where to go on. */
interface Found {
  readonly records: SampleRecord[]
  at: number
  cells: number
}
const found = new WeakMap<Sample, Map<string, Found>>()

/**
 * The first records from `from` on, blank lines left out; a record that the sample cuts off is not among them. What was
 * found before is not looked for again.
 */
export const sampleRecords = (
  sample: Sample,
  from: number,
  rules: ScanRules,
  most: number,
): readonly SampleRecord[] => {
  const ways = found.get(sample) ?? new Map<string, Found>()
  found.set(sample, ways)
  const way = `${from} ${rules.delimiter} ${rules.loneReturns}`
  const before = ways.get(way) ?? { records: [], at: from, cells: 0 }
  ways.set(way, before)
  findMore(sample, rules, most, before)
  return before.records.slice(0, most)
}

const findMore = ({ bytes, whole }: Sample, rules: ScanRules, most: number, into: Found): void => {
  const { records } = into
  const scanner = new RecordScanner(rules)
  while (
    into.at < bytes.length &&
    records.length < most &&
    (into.cells < mostCells || records.length < fewestRecords)
  ) {
    const next = scanner.scan(bytes, into.at, bytes.length, true)
    if (next >= bytes.length && !whole && records.length > 0) break
    const cells = cellTexts(scanner, bytes, into.at, next)
    if (cells.length > 1 || cells[0]?.trim() !== '')
      records.push({ cells, offset: into.at, lines: scanner.lines })
    into.cells += cells.length
    into.at = next
  }
}

const cellTexts = (scanner: RecordScanner, bytes: Buffer, from: number, to: number): readonly string[] => {
  const { lastPlace, starts, ends, kinds } = scanner
  const record = bytes.toString('latin1', from, to)
  const cells: string[] = []
  for (let field = 0; field <= lastPlace; field++) {
    const text = record.slice((starts[field] as number) - from, (ends[field] as number) - from)
    cells.push(kinds[field] === fieldKinds.escaped ? text.replaceAll('""', '"') : text)
  }
  return cells
}

/** Whether lone carriage returns end lines: outside quotes there are more of them than of line feeds. */
export const hasLoneReturns = ({ bytes }: Sample): boolean => {
  if (!hasLoneReturn(bytes)) return false
  let returns = 0
  let newlines = 0
  let quoted = false
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]
    if (byte === 34) quoted = !quoted
    else if (quoted) continue
    else if (byte === 10) newlines++
    else if (byte === 13 && bytes[at + 1] !== 10) returns++
  }
  return returns > newlines
}

const hasLoneReturn = (bytes: Buffer): boolean => {
  for (let at = bytes.indexOf(13); at >= 0; at = bytes.indexOf(13, at + 1))
    if (bytes[at + 1] !== 10) return true
  return false
}
