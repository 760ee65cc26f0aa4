interface Entry {
  readonly value: number
  readonly count: number
  readonly order: number
}

/** Keeps the most frequent of many numbers, or codes of strings; of equally frequent ones those that came first. */
export class TopValues {
  readonly #most: number
  readonly #entries: Entry[] = []
  #order = 0
  #least = 0

  constructor(most: number) {
    this.#most = most
  }

  add(value: number, count: number): void {
    this.#order++
    if (count <= this.#least) return
    this.#entries.push({ value, count, order: this.#order })
    if (this.#least === 0 ? this.#entries.length >= this.#most : this.#entries.length >= this.#most * 4)
      this.#trim()
  }

  /** Most frequent first. */
  list(): readonly Entry[] {
    this.#trim()
    return this.#entries
  }

  #trim(): void {
    this.#entries.sort((a, b) => b.count - a.count || a.order - b.order)
    if (this.#entries.length < this.#most) return
    this.#entries.length = this.#most
    this.#least = this.#entries.at(-1)?.count ?? 0
  }
}
