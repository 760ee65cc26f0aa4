type Numbers = Float64Array<ArrayBuffer> | Int32Array<ArrayBuffer>

const smallestChunk = 1024
const largestChunk = 2 ** 22

/**
 * A typed array that grows by further chunks instead of copying. Made for about as many values as are expected, it needs
 * no more memory than its result.
 */
export class Growing<T extends Numbers> {
  readonly #make: (length: number) => T
  readonly #full: T[] = []
  #chunk: T
  #used = 0

  constructor(expected: number, make: (length: number) => T) {
    this.#make = make
    this.#chunk = make(Math.max(smallestChunk, Math.min(largestChunk, Math.ceil(expected))))
  }

  push(value: number): void {
    if (this.#used === this.#chunk.length) this.#grow()
    this.#chunk[this.#used++] = value
  }

  /** All values in one array; empties this one. */
  finish(): T {
    const last = this.#chunk.subarray(0, this.#used) as T
    const chunks = this.#full.splice(0)
    this.#chunk = this.#make(0)
    this.#used = 0
    if (chunks.length === 0) return last
    const whole = this.#make(chunks.reduce((sum, chunk) => sum + chunk.length, last.length))
    let at = 0
    for (const chunk of [...chunks, last]) {
      whole.set(chunk, at)
      at += chunk.length
    }
    return whole
  }

  #grow(): void {
    this.#full.push(this.#chunk)
    const length = this.#full.reduce((sum, chunk) => sum + chunk.length, 0)
    this.#chunk = this.#make(Math.max(smallestChunk, Math.min(largestChunk, length >> 2)))
    this.#used = 0
  }
}
