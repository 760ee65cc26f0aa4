/** What a record scanner needs to know of the file; bytes of single characters. */
export interface ScanRules {
  readonly delimiter: number
  /** Whether a carriage return on its own ends a line. */
  readonly loneReturns: boolean
}

const quote = 34
const newline = 10
const carriageReturn = 13
/** A quoted cell of several lines longer than this is taken for an unclosed quote rather than read to the end of the file. */
const longestQuoted = 16 * 2 ** 20

/** Of the fields beyond so many only the last is kept track of; no table has as many columns. */
const mostFields = 2 ** 16

/** Searching fewer bytes than this is done sooner here than by the platform. */
const fewBytes = 64

/** Where the next quote in bytes[from, limit) is; `limit` without one. */
const indexOfQuote = (bytes: Buffer, from: number, limit: number): number => {
  let at = from
  for (const stop = Math.min(limit, from + fewBytes); at < stop; at++) if (bytes[at] === quote) return at
  if (at >= limit) return limit
  const found = bytes.indexOf(quote, at)
  return found < 0 || found > limit ? limit : found
}

/** How a field's bytes stand in the file. `escaped` fields hold doubled quotes still to be undone. */
export const fieldKinds = { plain: 0, quoted: 1, escaped: 2 } as const

/**
 * Finds the fields of one record at a time in a block of bytes, without reading them. Quotes follow RFC 4180; a quote
 * that does not is kept within its own line, so that it can never swallow the rows after it.
 */
export class RecordScanner {
  starts = new Int32Array(64)
  ends = new Int32Array(64)
  kinds = new Uint8Array(64)
  /** Number of fields of the last record. */
  count = 0
  /** Where the last of them is to be found. */
  lastPlace = 0
  /** Number of line ends the last record went over, its own included. */
  lines = 0
  /** What was wrong with the last record's quotes. */
  trouble: 'strayQuote' | 'unclosedQuote' | null = null
  /** The field in which that was found first. */
  troubled = 0
  readonly #delimiter: number
  readonly #loneReturns: boolean
  #singleLine = false

  constructor(rules: ScanRules) {
    this.#delimiter = rules.delimiter
    this.#loneReturns = rules.loneReturns
  }

  /** Scans the record at `from`; gives the offset behind it, or −1 when it does not end before `limit` and more is to come. */
  scan(bytes: Buffer, from: number, limit: number, last: boolean): number {
    this.lines = 0
    this.trouble = null
    const delimiter = this.#delimiter
    let at = from
    for (let fields = 1; ; fields++) {
      const field = Math.min(fields, mostFields) - 1
      if (field === this.starts.length) this.#grow()
      const open = bytes[at] === 32 ? this.#skipSpaces(bytes, at, limit) : at
      if (open < limit && bytes[open] === quote) {
        at = this.#quoted(bytes, open, limit, last, field)
        if (at < 0) return -1
      } else {
        this.starts[field] = at
        this.kinds[field] = fieldKinds.plain
        let byte = 0
        while (
          at < limit &&
          (byte = bytes[at] as number) !== delimiter &&
          byte !== newline &&
          (byte !== carriageReturn || !this.#isLineEnd(bytes, at, limit))
        )
          at++
        this.ends[field] = at
      }
      if (at >= limit || bytes[at] !== delimiter) {
        this.count = fields
        this.lastPlace = field
        if (at >= limit) return last ? at : -1
        return this.#lineEnd(bytes, at, limit, last)
      }
      at++
    }
  }

  /** Scans the record at `from` again with no quoted field reaching beyond its line; like `scan`. */
  scanLine(bytes: Buffer, from: number, limit: number, last: boolean): number {
    this.#singleLine = true
    const next = this.scan(bytes, from, limit, last)
    this.#singleLine = false
    return next
  }

  #lineEnd(bytes: Buffer, at: number, limit: number, last: boolean): number {
    if (bytes[at] === newline) {
      this.lines++
      return at + 1
    }
    if (at + 1 >= limit && !last) return -1
    this.lines++
    return at + 1 < limit && bytes[at + 1] === newline ? at + 2 : at + 1
  }

  #isLineEnd(bytes: Buffer, at: number, limit: number): boolean {
    const byte = bytes[at]
    if (byte === newline) return true
    if (byte !== carriageReturn) return false
    return this.#loneReturns || at + 1 >= limit || bytes[at + 1] === newline
  }

  /** Scans the quoted field opening at `open`; gives the offset of what ends it, or −1 when more bytes are needed. */
  #quoted(bytes: Buffer, open: number, limit: number, last: boolean, field: number): number {
    let kind: number = fieldKinds.quoted
    let lines = 0
    let at = open + 1
    for (;;) {
      const close = indexOfQuote(bytes, at, limit)
      lines += this.#lineEnds(bytes, at, close)
      if (lines > 0 && this.#singleLine) return this.#recover(bytes, open, limit, last, field)
      if (close >= limit) break
      if (close + 1 >= limit && !last) return -1
      if (close + 1 < limit && bytes[close + 1] === quote) {
        kind = fieldKinds.escaped
        at = close + 2
        continue
      }
      const behind = this.#skipSpaces(bytes, close + 1, limit)
      if (behind >= limit && !last) return -1
      if (!this.#endsField(bytes, behind, limit) || (lines > 0 && close - open > longestQuoted))
        return this.#recover(bytes, open, limit, last, field)
      this.#set(field, open + 1, close, kind)
      this.lines += lines
      return behind
    }
    if (!last && (limit - open <= longestQuoted || lines === 0)) return -1
    return this.#recover(bytes, open, limit, last, field)
  }

  /** The number of line ends in bytes[from, to). */
  #lineEnds(bytes: Buffer, from: number, to: number): number {
    let lines = 0
    if (to - from < fewBytes || this.#loneReturns)
      for (let at = from; at < to; at++) {
        const byte = bytes[at]
        if (byte === newline || (byte === carriageReturn && this.#loneReturns && bytes[at + 1] !== newline))
          lines++
      }
    else for (let at = from; (at = bytes.indexOf(newline, at) + 1) > 0 && at <= to; ) lines++
    return lines
  }

  /** Reads a field whose quotes are broken, on its own line only: to a quote that ends it, or else to the delimiter. */
  #recover(bytes: Buffer, open: number, limit: number, last: boolean, field: number): number {
    let at = open + 1
    for (; at < limit && !this.#isLineEnd(bytes, at, limit); at++) {
      if (bytes[at] !== quote) continue
      if (at + 1 < limit && bytes[at + 1] === quote) {
        at++
        continue
      }
      const behind = this.#skipSpaces(bytes, at + 1, limit)
      if (this.#endsField(bytes, behind, limit)) {
        this.#note('strayQuote', field)
        this.#set(field, open + 1, at, fieldKinds.escaped)
        return behind
      }
      if (bytes[at - 1] === this.#delimiter) break
    }
    if (at >= limit && !last) return -1
    return this.#literal(bytes, open, limit, field)
  }

  #literal(bytes: Buffer, open: number, limit: number, field: number): number {
    let at = open + 1
    let quotes = 0
    for (; at < limit && !this.#endsField(bytes, at, limit); at++) if (bytes[at] === quote) quotes++
    this.#note(quotes === 0 ? 'unclosedQuote' : 'strayQuote', field)
    this.#set(field, quotes === 0 ? open + 1 : open, at, fieldKinds.plain)
    return at
  }

  #note(trouble: 'strayQuote' | 'unclosedQuote', field: number): void {
    if (this.trouble) return
    this.trouble = trouble
    this.troubled = field
  }

  #endsField(bytes: Buffer, at: number, limit: number): boolean {
    return at >= limit || bytes[at] === this.#delimiter || this.#isLineEnd(bytes, at, limit)
  }

  #skipSpaces(bytes: Buffer, from: number, limit: number): number {
    let at = from
    if (this.#delimiter === 32) return from
    while (at < limit && bytes[at] === 32) at++
    return at
  }

  #set(field: number, start: number, end: number, kind: number): void {
    this.starts[field] = start
    this.ends[field] = end
    this.kinds[field] = kind
  }

  #grow(): void {
    const size = this.starts.length * 2
    const longer = <T extends Int32Array | Uint8Array>(old: T, fresh: T): T => {
      fresh.set(old)
      return fresh
    }
    this.starts = longer(this.starts, new Int32Array(size))
    this.ends = longer(this.ends, new Int32Array(size))
    this.kinds = longer(this.kinds, new Uint8Array(size))
  }
}
