import type { Column } from '../../../../shared/table.ts'
import { CompactDates } from './compactDates.ts'
import { ByteDictionary } from './dictionary.ts'
import type { CellDecoder } from './encoding.ts'
import { Growing } from './growing.ts'
import type { MissingMarks } from './missing.ts'
import { type NumberMarks, NumberReader } from './number.ts'
import { fieldKinds } from './scan.ts'

/** A column being read. */
export interface ColumnReader {
  readonly storage: Column['kind']
  /** Takes in the cell bytes[from, to); false when it was set aside as unreadable. */
  add(bytes: Buffer, from: number, to: number, kind: number): boolean
  addMissing(): void
  /**
   * Share of the cells that are not missing which are plain numbers, 0 where these are dates written without marks; NaN when
   * all are missing.
   */
  numberShare(name: string): number
  /** The finished column; to be called once, last. */
  finish(name: string, decode: CellDecoder): Column
}

/** Reads a column of numbers. */
export class NumberColumnReader implements ColumnReader {
  readonly storage = 'number'
  readonly #values: Growing<Float64Array<ArrayBuffer>>
  readonly #reader: NumberReader
  readonly #missing: MissingMarks
  #plain = 0
  #odd = 0

  constructor(marks: NumberMarks, missing: MissingMarks, expectedRows: number) {
    this.#missing = missing
    this.#reader = new NumberReader(marks)
    this.#values = new Growing(expectedRows, (length) => new Float64Array(length))
  }

  add(bytes: Buffer, from: number, to: number): boolean {
    const value = this.#reader.read(bytes, from, to)
    if (this.#missing.hasNumber(value) || (value !== value && this.#missing.has(bytes, from, to))) {
      this.#values.push(Number.NaN)
      return true
    }
    this.#values.push(value)
    if (value === value && !this.#reader.literal) this.#plain++
    else this.#odd++
    return value === value
  }

  /** Takes in a cell that is a plain number. */
  addNumber(value: number): void {
    const isMarked = this.#missing.hasNumber(value)
    this.#values.push(isMarked ? Number.NaN : value)
    if (!isMarked) this.#plain++
  }

  addMissing(): void {
    this.#values.push(Number.NaN)
  }

  numberShare(): number {
    return this.#plain / (this.#plain + this.#odd)
  }

  finish(name: string): Column {
    return { kind: 'number', name, values: this.#values.finish() }
  }
}

/** Reads a column of strings into a dictionary of their bytes. */
export class TextColumnReader implements ColumnReader {
  readonly storage = 'text'
  readonly #codes: Growing<Int32Array<ArrayBuffer>>
  #dictionary = new ByteDictionary()
  readonly #missing: MissingMarks
  readonly #missingEntries = new Set<number>()
  readonly #marks: NumberMarks
  #scratch = Buffer.alloc(0)

  constructor(marks: NumberMarks, missing: MissingMarks, expectedRows: number) {
    this.#marks = marks
    this.#missing = missing
    this.#codes = new Growing(expectedRows, (length) => new Int32Array(length))
  }

  add(bytes: Buffer, from: number, to: number, kind: number): boolean {
    if (from === to) this.#codes.push(-1)
    else if (kind === fieldKinds.escaped) {
      const length = this.#unescape(bytes, from, to)
      this.#intern(this.#scratch, 0, length)
    } else this.#intern(bytes, from, to)
    return true
  }

  addMissing(): void {
    this.#codes.push(-1)
  }

  numberShare(name: string): number {
    const reader = new NumberReader(this.#marks)
    const dates = new CompactDates()
    let plain = 0
    let all = 0
    this.#dictionary.forEach((bytes, from, to, entry) => {
      if (this.#missingEntries.has(entry)) return
      const count = this.#dictionary.count(entry)
      const value = reader.read(bytes, from, to)
      if (this.#missing.hasNumber(value)) return
      all += count
      if (value === value && !reader.literal) plain += count
      dates.add(value === value ? bytes.toString('latin1', from, Math.min(to, from + 20)) : '', count)
    })
    return plain > 0 && dates.isColumn(name) ? 0 : plain / all
  }

  finish(name: string, decode: CellDecoder): Column {
    const codes = this.#codes.finish()
    const dictionary: string[] = []
    const known = new Map<string, number>()
    const codeOf = new Int32Array(this.#dictionary.size)
    let moved = false
    this.#dictionary.forEachText(decode, (text, entry) => {
      // Different bytes can decode to the same text only where some of them could not be decoded.
      const damaged = text.includes('\ufffd')
      const isMissing = this.#missingEntries.has(entry)
      const code = isMissing ? -1 : ((damaged ? known.get(text) : undefined) ?? dictionary.length)
      if (code === dictionary.length) dictionary.push(text)
      if (damaged && !isMissing) known.set(text, code)
      codeOf[entry] = code
      moved ||= code !== entry
    })
    // The bytes of one column need not be kept while the others become text.
    this.#dictionary = new ByteDictionary()
    if (moved)
      for (let row = 0; row < codes.length; row++) {
        const entry = codes[row] as number
        if (entry >= 0) codes[row] = codeOf[entry] as number
      }
    return { kind: 'text', name, codes, dictionary }
  }

  #intern(bytes: Buffer, from: number, to: number): void {
    const before = this.#dictionary.size
    const entry = this.#dictionary.intern(bytes, from, to)
    if (entry === before && this.#missing.has(bytes, from, to)) this.#missingEntries.add(entry)
    this.#codes.push(entry)
  }

  /** Undoes doubled quotes into the scratch buffer; gives the length there. */
  #unescape(bytes: Buffer, from: number, to: number): number {
    if (this.#scratch.length < to - from) this.#scratch = Buffer.alloc((to - from) * 2)
    let length = 0
    for (let at = from; at < to; at++) {
      this.#scratch[length++] = bytes[at] as number
      if (bytes[at] === 34 && bytes[at + 1] === 34 && at + 1 < to) at++
    }
    return length
  }
}
