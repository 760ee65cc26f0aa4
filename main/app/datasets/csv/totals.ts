import { EncodedWords } from './encodedWords.ts'
import { fieldKinds } from './scan.ts'

const words = '합계 총합계 총계 소계 누계 계 total totals subtotal sub-total sum'
  .split(' ')
  .concat('합 계', '총 계', '소 계', 'grand total', 'sub total')
/** A total's name stands in one of so many first cells. */
const firstCells = 3

interface Fields {
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly kinds: Uint8Array
}

/** Finds rows of totals: those whose first cell that is not empty says so, such as 합계 or Total. */
export class TotalRows {
  readonly #words: EncodedWords
  readonly #longest: number

  constructor(encoding: string | null) {
    this.#words = new EncodedWords(words, encoding, (word) => word.toLowerCase())
    this.#longest = this.#words.longest + 4
  }

  /** Whether a record is one, by its cells as latin1 text. */
  hasCells(cells: readonly string[]): boolean {
    const name = cells.slice(0, firstCells).find((cell) => cell.trim() !== '')
    return name !== undefined && cells.length > 1 && this.#isWord(name)
  }

  /** Whether a record of so many fields is one, by where they are in the bytes. */
  has({ starts, ends, kinds }: Fields, count: number, bytes: Buffer): boolean {
    if (count < 2) return false
    for (let field = 0; field < Math.min(count, firstCells); field++) {
      const kind = kinds[field]
      if (kind !== fieldKinds.plain && kind !== fieldKinds.quoted) return false
      const start = starts[field] as number
      const end = ends[field] as number
      if (end - start > this.#longest) return false
      const text = bytes.toString('latin1', start, end)
      if (text.trim() !== '') return this.#isWord(text)
    }
    return false
  }

  #isWord(text: string): boolean {
    return text.length <= this.#longest && this.#words.has(text.trim().replace(/:$/, '').toLowerCase())
  }
}
