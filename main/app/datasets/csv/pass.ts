import { isAscii, isUtf8 } from 'node:buffer'
import { ProblemError } from '../../../../shared/problems.ts'
import { BadRows } from './badRows.ts'
import type { ByteBlocks } from './blocks.ts'
import type { OddRows } from '../../../../shared/table.ts'
import { type ColumnReader, NumberColumnReader } from './columns.ts'
import { cellDecoder, isUtf8Name, sniffEncoding } from './encoding.ts'
import { LineReader, numberKind } from './lines.ts'
import { OddRowList } from './oddRows.ts'
import { RecordScanner, type ScanRules } from './scan.ts'
import type { TotalRows } from './totals.ts'

/** What a pass over a file goes by. */
export interface PassPlan {
  readonly file: string
  readonly rules: ScanRules
  readonly decimal: string
  /** Where the header, or the first row, starts: byte offset in the text, and line from 1. */
  readonly offset: number
  readonly line: number
  /** Rows that name the columns, 0 when none does. */
  readonly headerRows: number
  /** What becomes of the row of units behind them, when there is one. */
  readonly units: 'keep' | 'drop' | undefined
  /** How rows of totals are found, and what becomes of them; null when none are looked for. */
  readonly totals: { readonly rows: TotalRows; readonly does: 'keep' | 'drop' } | null
  readonly names: readonly string[]
  readonly columns: readonly ColumnReader[]
  readonly mostRows: number
  /** Null while every byte seen was ASCII. */
  readonly encoding: string | null
}

const longestRecord = 64 * 2 ** 20

/** Reads a file once, from its header to its end, into column readers. */
export class TablePass {
  rows = 0
  encoding: string | null
  readonly bad = new BadRows()
  readonly #plan: PassPlan
  readonly #scanner: RecordScanner
  readonly #lines: LineReader
  /** The columns that take numbers. */
  readonly #numbers: readonly (NumberColumnReader | null)[]
  #line: number
  #blanks = 0
  /** Records above the rows that are still to come: the header's and that of units. */
  #ahead: number
  readonly #units: OddRowList | null
  readonly #totals: OddRowList | null
  #checksBytes = false

  constructor(plan: PassPlan) {
    this.#plan = plan
    this.#scanner = new RecordScanner(plan.rules)
    this.#lines = new LineReader({
      ...plan.rules,
      decimal: plan.decimal,
      numeric: plan.columns.map(({ storage }) => storage === 'number'),
    })
    this.#numbers = plan.columns.map((column) => (column instanceof NumberColumnReader ? column : null))
    this.#line = plan.line
    this.#units = plan.units ? new OddRowList('units', plan.units) : null
    this.#totals = plan.totals && new OddRowList('totals', plan.totals.does)
    this.#ahead = plan.headerRows + (this.#units ? 1 : 0)
    this.encoding = plan.encoding
  }

  /** What was noticed of rows that are no observations. */
  oddRows(): readonly OddRows[] {
    return [this.#units, this.#totals].flatMap((list) => list?.found() ?? [])
  }

  /** Yields the number of bytes read after every block. */
  *run(blocks: ByteBlocks): Generator<number, void> {
    let at = this.#plan.offset
    for (;;) {
      if (at < blocks.length) at = this.#block(blocks, at)
      if (blocks.last || this.rows >= this.#plan.mostRows) return
      const used = Math.min(at, blocks.length)
      if (blocks.length - used > longestRecord)
        throw new ProblemError('notATable', { file: this.#plan.file, kind: 'endlessLine', line: this.#line })
      yield blocks.position
      blocks.advance(used)
      at -= used
    }
  }

  /** Reads the records of a block; gives the offset of what is left. */
  #block(blocks: ByteBlocks, from: number): number {
    const { bytes, length, last } = blocks
    const scanner = this.#scanner
    const width = this.#plan.columns.length
    this.#checkEncoding(bytes.subarray(from, length), last)
    const linesEnd = this.#checksBytes ? 0 : this.#lines.end(bytes, length)
    let at = from
    while (at < length && this.rows < this.#plan.mostRows) {
      if (at < linesEnd && this.#ahead === 0) {
        at = this.#plainLines(bytes, at, linesEnd)
        if (at >= linesEnd || this.rows >= this.#plan.mostRows) continue
      }
      let next = scanner.scan(bytes, at, length, last)
      if (next < 0) break
      if (scanner.lines > 1 && scanner.count !== width) next = this.#scanBroken(bytes, at, length, last)
      if (next < 0) break
      if (this.#checksBytes && !isUtf8(bytes.subarray(at, next)))
        this.bad.add(this.#nextPlace, 'badEncoding', this.#damagedColumn(bytes))
      if (scanner.trouble) this.bad.add(this.#nextPlace, scanner.trouble, this.#plan.names[scanner.troubled])
      if (this.#ahead > 0) this.#recordAhead(bytes)
      else this.#record(bytes)
      this.#line += scanner.lines
      at = next
    }
    return at
  }

  /** Where the record is that was scanned and not yet read. */
  get #nextPlace(): { line: number; row?: number } {
    const blanks = this.#plan.columns.length === 1 ? this.#blanks : 0
    return { line: this.#line, ...(this.#ahead === 0 && { row: this.rows + blanks + 1 }) }
  }

  /** Reads records as long as they are as they should be and no totals; gives the offset of the first that is not. */
  #plainLines(bytes: Buffer, from: number, end: number): number {
    const { mostRows, totals, columns } = this.#plan
    let at = from
    while (at < end && this.rows < mostRows) {
      const next = this.#lines.read(bytes, at)
      if (next < 0 || totals?.rows.has(this.#lines, columns.length, bytes)) break
      this.#plainRecord(bytes)
      this.#line++
      at = next
    }
    return at
  }

  #plainRecord(bytes: Buffer): void {
    const { starts, ends, kinds, values } = this.#lines
    const { columns } = this.#plan
    if (this.#blanks > 0) this.#addBlanks()
    this.rows++
    for (let field = 0; field < columns.length; field++) {
      const kind = kinds[field] as number
      if (kind === numberKind) this.#numbers[field]?.addNumber(values[field] as number)
      else this.#add(bytes, field, starts[field] as number, ends[field] as number, kind)
    }
  }

  #add(bytes: Buffer, field: number, from: number, to: number, kind: number): void {
    if (this.#plan.columns[field]?.add(bytes, from, to, kind) === false)
      this.bad.add({ line: this.#line, row: this.rows }, 'notANumber', this.#plan.names[field], () =>
        this.#text(bytes, from, to),
      )
  }

  /** A record over several lines that does not fit: kept to its first line where that fits, for its quote is unclosed. */
  #scanBroken(bytes: Buffer, at: number, length: number, last: boolean): number {
    const scanner = this.#scanner
    const next = scanner.scanLine(bytes, at, length, last)
    if (next >= 0 && scanner.count === this.#plan.columns.length) return next
    return scanner.scan(bytes, at, length, last)
  }

  /** Steps over a record of the header; that of units, behind it, is noted and read if it is to be kept. */
  #recordAhead(bytes: Buffer): void {
    if (this.#isBlankLine(bytes)) return
    this.#ahead--
    if (this.#ahead > 0 || !this.#units) return
    this.#units.add(this.#line, () => this.#cells(bytes))
    if (!this.#units.dropped) this.#record(bytes)
  }

  #isBlankLine(bytes: Buffer): boolean {
    const { count, starts, ends, kinds, trouble } = this.#scanner
    return (
      count === 1 &&
      trouble === null &&
      kinds[0] === 0 &&
      isBlank(bytes, starts[0] as number, ends[0] as number)
    )
  }

  #record(bytes: Buffer): void {
    const { count, starts, ends, kinds } = this.#scanner
    const { columns, totals } = this.#plan
    if (count === 1 && this.#isBlankLine(bytes)) {
      this.#blanks++
      return
    }
    if (totals?.rows.has(this.#scanner, count, bytes)) {
      this.#totals?.add(this.#line, () => this.#cells(bytes))
      if (totals.does === 'drop') return
    }
    if (this.#blanks > 0) this.#addBlanks()
    this.rows++
    for (let field = 0; field < columns.length; field++) {
      if (field >= count) columns[field]?.addMissing()
      else this.#add(bytes, field, starts[field] as number, ends[field] as number, kinds[field] as number)
    }
    if (count === columns.length) return
    const place = { line: this.#line, row: this.rows }
    if (count < columns.length) this.bad.add(place, 'short', this.#plan.names[count])
    else this.bad.add(place, 'long', undefined, () => this.#surplus(bytes))
  }

  /** A blank line is a missing cell in a table of one column, unless nothing but blank lines follows; else it is nothing. */
  #addBlanks(): void {
    if (this.#plan.columns.length === 1) {
      this.rows += this.#blanks
      for (; this.#blanks > 0; this.#blanks--) this.#plan.columns[0]?.addMissing()
    }
    this.#blanks = 0
  }

  /** The first cells of the record, as they are shown. */
  #cells(bytes: Buffer): string {
    const { count, starts, ends } = this.#scanner
    const shown = Math.min(count, this.#plan.columns.length, 8)
    return Array.from({ length: shown }, (_, field) =>
      this.#text(bytes, starts[field] as number, ends[field] as number).trim(),
    )
      .filter((cell) => cell !== '')
      .join(' · ')
  }

  /** The name of the first column with bytes that are no characters. */
  #damagedColumn(bytes: Buffer): string | undefined {
    const { count, starts, ends } = this.#scanner
    const isDamaged = (field: number): boolean =>
      field < count && !isUtf8(bytes.subarray(starts[field], ends[field]))
    return this.#plan.names.find((_, field) => isDamaged(field))
  }

  #surplus(bytes: Buffer): string {
    const { lastPlace, starts, ends } = this.#scanner
    return this.#text(bytes, starts[this.#plan.columns.length] as number, ends[lastPlace] as number)
  }

  /** The text in bytes[from, to), shortened when it is very long. */
  #text(bytes: Buffer, from: number, to: number): string {
    return cellDecoder(this.encoding ?? 'utf-8')(bytes, from, Math.min(to, from + 1000))
  }

  /** Decides on the encoding at the first byte beyond ASCII, and whether records must be looked at one by one. */
  #checkEncoding(bytes: Buffer, last: boolean): void {
    this.#checksBytes = false
    if (this.encoding !== null && !isUtf8Name(this.encoding)) return
    const end = Math.max(bytes.lastIndexOf(10), bytes.lastIndexOf(13))
    const text = end < 0 || last ? bytes : bytes.subarray(0, end)
    if (isAscii(text)) return
    this.encoding ??= sniffEncoding(text) ?? 'utf-8'
    this.#checksBytes = isUtf8Name(this.encoding) && !isUtf8(text)
  }
}

const isBlank = (bytes: Buffer, from: number, to: number): boolean => {
  for (let at = from; at < to; at++) if (bytes[at] !== 32 && bytes[at] !== 9) return false
  return true
}
