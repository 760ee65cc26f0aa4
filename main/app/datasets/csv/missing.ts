import { usualMissing } from '../../../../shared/missing.ts'
import { EncodedWords } from './encodedWords.ts'

/** The cells that stand for a missing value in a file: nothing, and the marks in a list, compared without blanks around them. */
export class MissingMarks {
  readonly #texts: EncodedWords
  readonly #numbers: ReadonlySet<number>
  readonly #number: number
  readonly #hasSeveral: boolean

  /** Marks are looked for in UTF-8 and in the file's own encoding, CP949 while that is not known. */
  constructor(marks: readonly string[] = usualMissing, encoding: string | null = null) {
    this.#texts = new EncodedWords(['', ...marks.map((mark) => mark.trim())], encoding)
    const numbers = marks.filter((mark) => mark.trim() !== '').map(Number)
    this.#numbers = new Set(numbers.filter((number) => Number.isFinite(number)))
    const [first = Number.NaN] = this.#numbers
    this.#hasSeveral = this.#numbers.size > 1
    this.#number = this.#numbers.size === 1 ? first : Number.NaN
  }

  /** Whether a number stands for a missing measurement, as −9999 does. */
  hasNumber(value: number): boolean {
    return value === this.#number || (this.#hasSeveral && this.#numbers.has(value))
  }

  /** Whether a cell, its bytes as latin1 text, is missing. */
  hasText(cell: string): boolean {
    return this.#texts.has(cell.trim())
  }

  /** Whether the cell in bytes[from, to) is missing. */
  has(bytes: Buffer, from: number, to: number): boolean {
    let start = from
    let end = to
    while (start < end && (bytes[start] as number) <= 32) start++
    while (end > start && (bytes[end - 1] as number) <= 32) end--
    return end - start <= this.#texts.longest && this.#texts.has(bytes.toString('latin1', start, end))
  }
}
