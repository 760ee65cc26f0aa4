const smallestChunk = 1024
const largestChunk = 2 ** 20

const longer = (old: Int32Array): Int32Array<ArrayBuffer> => {
  const grown = new Int32Array(old.length * 2)
  grown.set(old)
  return grown
}

/**
 * Numbers distinct byte strings from 0 in order of appearance: an open-addressing hash table over bytes kept in chunks,
 * so that a cell seen before costs no string, and millions of distinct cells fit.
 */
export class ByteDictionary {
  size = 0
  #table = new Int32Array(64).fill(-1)
  #hashes = new Int32Array(32)
  #chunkOf = new Int32Array(32)
  #offsets = new Int32Array(32)
  #lengths = new Int32Array(32)
  readonly #chunks: Buffer[] = []
  #used = 0

  /** The number of bytes[from, to), a new one when it was never seen. */
  intern(bytes: Buffer, from: number, to: number): number {
    let hash = -2128831035
    for (let at = from; at < to; at++) hash = Math.imul(hash ^ (bytes[at] as number), 16777619)
    hash ^= hash >>> 15
    const mask = this.#table.length - 1
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const entry = this.#table[slot] as number
      if (entry < 0) return this.#add(bytes, from, to, hash, slot)
      if (this.#hashes[entry] === hash && this.#equals(entry, bytes, from, to)) return entry
    }
  }

  /** Calls back with the bytes of every entry in order. */
  forEach(visit: (bytes: Buffer, from: number, to: number, entry: number) => void): void {
    for (let entry = 0; entry < this.size; entry++) {
      const offset = this.#offsets[entry] as number
      const chunk = this.#chunks[this.#chunkOf[entry] as number] as Buffer
      visit(chunk, offset, offset + (this.#lengths[entry] as number), entry)
    }
  }

  #equals(entry: number, bytes: Buffer, from: number, to: number): boolean {
    const length = to - from
    if (this.#lengths[entry] !== length) return false
    const chunk = this.#chunks[this.#chunkOf[entry] as number] as Buffer
    const offset = this.#offsets[entry] as number
    for (let at = 0; at < length; at++) if (chunk[offset + at] !== bytes[from + at]) return false
    return true
  }

  #add(bytes: Buffer, from: number, to: number, hash: number, slot: number): number {
    const entry = this.size++
    if (entry === this.#hashes.length) {
      this.#hashes = longer(this.#hashes)
      this.#chunkOf = longer(this.#chunkOf)
      this.#offsets = longer(this.#offsets)
      this.#lengths = longer(this.#lengths)
    }
    const chunk = this.#room(to - from)
    bytes.copy(chunk, this.#used, from, to)
    this.#hashes[entry] = hash
    this.#chunkOf[entry] = this.#chunks.length - 1
    this.#offsets[entry] = this.#used
    this.#lengths[entry] = to - from
    this.#used += to - from
    this.#table[slot] = entry
    if (this.size * 2 > this.#table.length) this.#rehash()
    return entry
  }

  #room(length: number): Buffer {
    const chunk = this.#chunks.at(-1)
    if (chunk && chunk.length - this.#used >= length) return chunk
    const size = Math.min(largestChunk, Math.max(smallestChunk, (chunk?.length ?? 0) * 2))
    const fresh = Buffer.allocUnsafeSlow(Math.max(size, length))
    this.#chunks.push(fresh)
    this.#used = 0
    return fresh
  }

  #rehash(): void {
    const table = new Int32Array(this.#table.length * 2).fill(-1)
    const mask = table.length - 1
    for (let entry = 0; entry < this.size; entry++) {
      let slot = (this.#hashes[entry] as number) & mask
      while ((table[slot] as number) >= 0) slot = (slot + 1) & mask
      table[slot] = entry
    }
    this.#table = table
  }
}
