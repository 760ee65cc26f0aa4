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

/** Finds rows of totals: those of which one of the first cells says so, such as 합계 or Total. */
export class TotalRows {
  readonly #words: EncodedWords
  readonly #longest: number

  constructor(encoding: string | null) {
    this.#words = new EncodedWords(words, encoding, (word) => word.toLowerCase())
    this.#longest = this.#words.longest + 4
  }

  /** Whether a record is one, by its cells as latin1 text. */
  hasCells(cells: readonly string[]): boolean {
    return cells.length > 1 && cells.slice(0, firstCells).some((cell) => this.#isWord(cell))
  }

  /** Whether a record of so many fields is one, by where they are in the bytes. */
  has({ starts, ends, kinds }: Fields, count: number, bytes: Buffer): boolean {
    if (count < 2) return false
    for (let field = 0; field < Math.min(count, firstCells); field++) {
      const kind = kinds[field]
      const start = starts[field] as number
      const end = ends[field] as number
      if (kind !== fieldKinds.plain && kind !== fieldKinds.quoted) continue
      if (end - start <= this.#longest && this.#isWord(bytes.toString('latin1', start, end))) return true
    }
    return false
  }

  #isWord(text: string): boolean {
    return text.length <= this.#longest && this.#words.has(text.trim().replace(/:$/, '').toLowerCase())
  }
}
