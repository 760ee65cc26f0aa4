type Numbers = Float64Array<ArrayBuffer> | Int32Array<ArrayBuffer>

const firstChunk = 1024
const largestChunk = 65_536

/** A typed array that grows by further chunks instead of copying, so that reading needs little more memory than its result. */
export class Growing<T extends Numbers> {
  length = 0
  readonly #make: (length: number) => T
  readonly #full: T[] = []
  #chunk: T
  #used = 0

  constructor(make: (length: number) => T) {
    this.#make = make
    this.#chunk = make(firstChunk)
  }

  push(value: number): void {
    if (this.#used === this.#chunk.length) {
      this.#full.push(this.#chunk)
      this.#chunk = this.#make(Math.min(largestChunk, this.#chunk.length * 2))
      this.#used = 0
    }
    this.#chunk[this.#used++] = value
    this.length++
  }

  /** All values in one array; empties this one. */
  finish(): T {
    const whole = this.#make(this.length)
    let at = 0
    for (const chunk of this.#full) {
      whole.set(chunk, at)
      at += chunk.length
    }
    whole.set(this.#chunk.subarray(0, this.#used), at)
    this.#full.length = 0
    this.#chunk = this.#make(0)
    this.#used = 0
    return whole
  }
}
