import iconv from 'iconv-lite'
import { isUtf8Name } from './encoding.ts'

const same = (text: string): string => text

/** Words that are looked for among cells which are latin1 text of a file's bytes: in UTF-8, and in the file's own encoding. */
export class EncodedWords {
  /** No word takes more bytes. */
  readonly longest: number
  readonly #words: readonly string[]
  readonly #fold: (text: string) => string
  readonly #encoding: string | null
  readonly #utf8: ReadonlySet<string>
  #others: ReadonlySet<string> | null = null

  /** In CP949 while the encoding is not known; `fold` is done to words as it was done to the cells. */
  constructor(words: readonly string[], encoding: string | null, fold = same) {
    this.#words = words
    this.#fold = fold
    this.#encoding = encoding === null ? 'cp949' : isUtf8Name(encoding) ? null : encoding
    const utf8 = words.map((word) => Buffer.from(word).toString('latin1'))
    this.longest = utf8.reduce((most, word) => Math.max(most, word.length), 0)
    this.#utf8 = new Set(utf8.map(fold))
  }

  has(text: string): boolean {
    if (this.#utf8.has(text)) return true
    return this.#encoding !== null && !isAsciiText(text) && this.#inEncoding(this.#encoding).has(text)
  }

  /** Made when a cell asks for them, for an encoding's tables are large. */
  #inEncoding(encoding: string): ReadonlySet<string> {
    this.#others ??= new Set(
      this.#words.map((word) => this.#fold(iconv.encode(word, encoding).toString('latin1'))),
    )
    return this.#others
  }
}

const isAsciiText = (text: string): boolean => {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false
  return true
}
