import { exactQuotient, powers } from './exactNumber.ts'
import { fieldKinds, type ScanRules } from './scan.ts'

const quote = 34
const newline = 10
const carriageReturn = 13

/** What is to be found in a line: how many fields, in which of them numbers, with which decimal point. */
export interface LinePlan extends ScanRules {
  readonly numeric: readonly boolean[]
  readonly decimal: string
}

/** The kind of a field that was read as a number; see `fieldKinds` for the others. */
export const numberKind = 3

/**
 * Reads the records that are as they should be: as many fields as columns, all on one line, quotes by RFC 4180 and without
 * spaces around them. Numbers are read in the same go. `RecordScanner` reads the others; on these the two agree.
 */
export class LineReader {
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly kinds: Uint8Array
  readonly values: Float64Array
  readonly #plan: LinePlan
  readonly #numeric: Uint8Array
  readonly #delimiter: number
  readonly #point: number
  #value = 0

  constructor(plan: LinePlan) {
    const width = plan.numeric.length
    this.starts = new Int32Array(width)
    this.ends = new Int32Array(width)
    this.kinds = new Uint8Array(width)
    this.values = new Float64Array(width)
    this.#plan = plan
    this.#numeric = Uint8Array.from(plan.numeric, Number)
    this.#delimiter = plan.delimiter
    this.#point = plan.decimal.charCodeAt(0) === plan.delimiter ? -1 : plan.decimal.charCodeAt(0)
  }

  /** The offset behind the last line end of a block, up to which `read` may be asked for records; 0 without one. */
  end(bytes: Buffer, length: number): number {
    if (!this.#plan.loneReturns) return bytes.lastIndexOf(newline, length - 1) + 1
    const at = length < 2 ? -1 : bytes.lastIndexOf(carriageReturn, length - 2)
    return at < 0 ? 0 : at + (bytes[at + 1] === newline ? 2 : 1)
  }

  /** Reads the record at `from`, which is before `end()`; gives the offset behind it, or −1 when it is not as it should be. */
  read(bytes: Buffer, from: number): number {
    const last = this.#numeric.length - 1
    // A blank line of a single column is a matter of its own.
    if (last === 0 && (bytes[from] as number) <= 32) return -1
    let at = from
    for (let field = 0; field <= last; field++) {
      this.starts[field] = at
      this.kinds[field] = fieldKinds.plain
      at = this.#numeric[field] === 1 ? this.#number(bytes, at, field) : this.#text(bytes, at, field)
      if (at < 0) return -1
      if (field < last) {
        if (bytes[at] !== this.#delimiter) return -1
        at++
      }
    }
    return this.#lineEnd(bytes, at)
  }

  /** The offset behind the line end at `at`, −1 when there is none. */
  #lineEnd(bytes: Buffer, at: number): number {
    const byte = bytes[at]
    if (byte === newline) return at + 1
    if (byte !== carriageReturn) return -1
    if (bytes[at + 1] === newline) return at + 2
    return this.#plan.loneReturns ? at + 1 : -1
  }

  #text(bytes: Buffer, from: number, field: number): number {
    let at = from
    let byte = bytes[at] as number
    if (byte === quote) return this.#quoted(bytes, at, field)
    const delimiter = this.#delimiter
    if (byte === 32 && delimiter !== 32) {
      while (byte === 32) byte = bytes[++at] as number
      if (byte === quote) return -1
    }
    while (byte !== delimiter && byte !== newline && byte !== carriageReturn) byte = bytes[++at] as number
    this.ends[field] = at
    return at
  }

  #quoted(bytes: Buffer, open: number, field: number): number {
    let at = open + 1
    let kind: number = fieldKinds.quoted
    for (;;) {
      const byte = bytes[at]
      if (byte === newline || byte === carriageReturn) return -1
      if (byte === quote) {
        if (bytes[at + 1] !== quote) break
        kind = fieldKinds.escaped
        at++
      }
      at++
    }
    this.starts[field] = open + 1
    this.ends[field] = at
    this.kinds[field] = kind
    return at + 1
  }

  /**
   * Reads a plain number: at most nine digits before the point and eighteen behind it, or an integer of at most fifteen. The
   * digits are added up in groups of nine, which 32 bits hold. Any other field is left as text.
   */
  #number(bytes: Buffer, from: number, field: number): number {
    const isNegative = bytes[from] === 45
    const first = isNegative ? from + 1 : from
    let at = first
    let whole = 0
    let digit = 0
    for (const stop = at + 9; at < stop && (digit = (bytes[at] as number) - 48) >= 0 && digit <= 9; at++)
      whole = Math.imul(whole, 10) + digit
    const digits = at - first
    this.#value = whole
    if (bytes[at] === this.#point) at = this.#decimals(bytes, at + 1, whole, digits)
    else if (digits === 0 || (digits > 1 && bytes[first] === 48)) return this.#text(bytes, from, field)
    else if (digits === 9) at = this.#moreDigits(bytes, at, whole)
    const byte = bytes[at]
    const value = this.#value
    if ((byte !== this.#delimiter && byte !== newline && byte !== carriageReturn) || value !== value)
      return this.#text(bytes, from, field)
    this.values[field] = isNegative ? -value : value
    this.kinds[field] = numberKind
    return at
  }

  /** Reads up to six digits more of an integer. */
  #moreDigits(bytes: Buffer, from: number, head: number): number {
    let at = from
    let tail = 0
    let digit = 0
    for (const stop = at + 6; at < stop && (digit = (bytes[at] as number) - 48) >= 0 && digit <= 9; at++)
      tail = Math.imul(tail, 10) + digit
    this.#value = head * (powers[at - from] as number) + tail
    return at
  }

  /** Reads what is behind the point of a number with `whole`, of so many digits, before it. */
  #decimals(bytes: Buffer, from: number, whole: number, digits: number): number {
    let at = from
    let head = 0
    let tail = 0
    let digit = 0
    for (const stop = at + 9; at < stop && (digit = (bytes[at] as number) - 48) >= 0 && digit <= 9; at++)
      head = Math.imul(head, 10) + digit
    const heads = at - from
    if (heads === 9)
      for (const stop = at + 9; at < stop && (digit = (bytes[at] as number) - 48) >= 0 && digit <= 9; at++)
        tail = Math.imul(tail, 10) + digit
    const decimals = at - from
    const tails = decimals - heads
    if (digits + heads <= 15) {
      const high = whole * (powers[heads] as number) + head
      if (digits + decimals <= 15)
        this.#value = (high * (powers[tails] as number) + tail) / (powers[decimals] as number)
      else if (high === 0) this.#value = tail / (powers[decimals] as number)
      else this.#value = exactQuotient(high, tails, tail, decimals)
    } else this.#value = Number.NaN
    if (digits + decimals === 0) this.#value = Number.NaN
    return at
  }
}
