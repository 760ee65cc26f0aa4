import type { Column } from '../../../shared/table.ts'

const mix = (hash: number, value: number): number => {
  let mixed = Math.imul(hash ^ value, 0x9e3779b1)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca77)
  return mixed ^ (mixed >>> 13)
}

const textHash = (text: string, seed: number): number => {
  let hash = seed
  for (let index = 0; index < text.length; index++) hash = mix(hash, text.charCodeAt(index))
  return hash
}

/** A 64-bit hash of some columns of every row, made a column at a time, so that a wide table need not be in memory. */
export class RowHashes {
  readonly #low: Int32Array
  readonly #high: Int32Array

  constructor(rows: number) {
    this.#low = new Int32Array(rows).fill(0x2545f491)
    this.#high = new Int32Array(rows).fill(0x5bd1e995)
  }

  /** Takes in one more column. Rows with equal cells stay equal, a missing cell being one value. */
  add(column: Column): void {
    const word = new Float64Array(1)
    const halves = new Int32Array(word.buffer)
    const texts =
      column.kind === 'text' ? column.dictionary.map((text) => [textHash(text, 1), textHash(text, 7)]) : []
    for (let row = 0; row < this.#low.length; row++) {
      let [first, second] = [0, 0]
      if (column.kind === 'number') {
        const value = column.values[row] ?? Number.NaN
        // −0 and 0 are one number, and every NaN is a missing cell.
        word[0] = Number.isFinite(value) ? value + 0 : Number.NaN
        ;[first = 0, second = 0] = halves
      } else [first = 0, second = 0] = texts[column.codes[row] ?? -1] ?? [0, 0]
      this.#low[row] = mix(mix(this.#low[row] ?? 0, first), second)
      this.#high[row] = mix(mix(this.#high[row] ?? 0, second), first)
    }
  }

  /** The hashes of some rows, in their order. */
  of(rows: Uint32Array): BigUint64Array {
    const hashes = new BigUint64Array(rows.length)
    const halves = new Int32Array(hashes.buffer)
    for (let index = 0; index < rows.length; index++) {
      const row = rows[index] ?? 0
      halves[2 * index] = this.#low[row] ?? 0
      halves[2 * index + 1] = this.#high[row] ?? 0
    }
    return hashes
  }
}
