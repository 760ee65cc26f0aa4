import type { OddRows } from '../../../../shared/table.ts'

const mostListed = 20
const longestText = 100

/** Collects the rows of a file that are no observations. */
export class OddRowList {
  readonly kind: OddRows['kind']
  readonly dropped: boolean
  #count = 0
  readonly #rows: OddRows['rows'][number][] = []

  constructor(kind: OddRows['kind'], does: 'keep' | 'drop') {
    this.kind = kind
    this.dropped = does === 'drop'
  }

  /** Notes a row; `text` is only asked for when it will be listed. */
  add(line: number, text: () => string): void {
    this.#count++
    if (this.#rows.length < mostListed) this.#rows.push({ line, text: text().slice(0, longestText) })
  }

  /** What was noticed, nothing when there was no such row. */
  found(): readonly OddRows[] {
    const { kind, dropped } = this
    return this.#count === 0 ? [] : [{ kind, dropped, count: this.#count, rows: this.#rows }]
  }
}
