/** Keeps the values used last, up to a size; the one put last is always kept. */
export class Held<T> {
  readonly #values = new Map<string, T>()
  readonly #most: number
  readonly #sizeOf: (value: T) => number

  constructor(most: number, sizeOf: (value: T) => number) {
    this.#most = most
    this.#sizeOf = sizeOf
  }

  get(key: string): T | undefined {
    return this.#values.get(key)
  }

  /** Keeps a value, now the one used last, and forgets those used longest ago until the rest fit. */
  put(key: string, value: T): T {
    this.#values.delete(key)
    this.#values.set(key, value)
    let size = 0
    for (const one of this.#values.values()) size += this.#sizeOf(one)
    for (const [oldest, one] of this.#values) {
      if (size <= this.#most || oldest === key) break
      this.#values.delete(oldest)
      size -= this.#sizeOf(one)
    }
    return value
  }
}
