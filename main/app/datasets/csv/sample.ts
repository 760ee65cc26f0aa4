import { fieldKinds, RecordScanner, type ScanRules } from './scan.ts'

/** The first bytes of a file that are looked at before it is read; UTF-8 or an encoding in which delimiters are safe. */
export interface Sample {
  readonly bytes: Buffer
  /** Where the text starts: behind a byte order mark. */
  readonly start: number
  /** Whether the sample is the whole file. */
  readonly whole: boolean
}

/** One record of a sample: its cells as latin1 text, and where it starts. */
export interface SampleRecord {
  readonly cells: readonly string[]
  readonly offset: number
  readonly lines: number
}

/** Of very wide tables fewer records are looked at. */
const mostCells = 50_000
const fewestRecords = 30

/** The first records from `from` on, blank lines left out; a record that the sample cuts off is not among them. */
export const sampleRecords = (
  sample: Sample,
  from: number,
  rules: ScanRules,
  most: number,
): readonly SampleRecord[] => {
  const { bytes, whole } = sample
  const scanner = new RecordScanner(rules)
  const records: SampleRecord[] = []
  let at = from
  let cellCount = 0
  while (
    at < bytes.length &&
    records.length < most &&
    (cellCount < mostCells || records.length < fewestRecords)
  ) {
    const next = scanner.scan(bytes, at, bytes.length, true)
    if (next >= bytes.length && !whole && records.length > 0) break
    const cells = Array.from({ length: scanner.count }, (_, field) => cellText(scanner, bytes, field))
    if (cells.length > 1 || cells[0]?.trim() !== '') records.push({ cells, offset: at, lines: scanner.lines })
    cellCount += cells.length
    at = next
  }
  return records
}

const cellText = (scanner: RecordScanner, bytes: Buffer, field: number): string => {
  const text = bytes.toString('latin1', scanner.starts[field], scanner.ends[field])
  return scanner.kinds[field] === fieldKinds.escaped ? text.replaceAll('""', '"') : text
}

/** Whether lone carriage returns end lines: outside quotes there are more of them than of line feeds. */
export const hasLoneReturns = ({ bytes }: Sample): boolean => {
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
