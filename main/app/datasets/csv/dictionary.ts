import { isAscii } from 'node:buffer'
import type { CellDecoder } from './encoding.ts'

const smallestChunk = 1024
const largestChunk = 2 ** 20
/** Fewer bytes than this are copied sooner here than by the platform. */
const fewBytes = 48

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
  #counts = new Int32Array(32)
  #chunkOf = new Int32Array(32)
  #offsets = new Int32Array(32)
  #lengths = new Int32Array(32)
  readonly #chunks: Buffer[] = []
  /** How much of each chunk but the last is used. */
  readonly #full: number[] = []
  #used = 0

  /** How often an entry was seen. */
  count(entry: number): number {
    return this.#counts[entry] as number
  }

  /** The number of bytes[from, to), a new one when it was never seen. */
  intern(bytes: Buffer, from: number, to: number): number {
    let hash = -2128831035
    for (let at = from; at < to; at++) hash = Math.imul(hash ^ (bytes[at] as number), 16777619)
    hash ^= hash >>> 15
    const mask = this.#table.length - 1
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const entry = this.#table[slot] as number
      if (entry < 0) return this.#add(bytes, from, to, hash, slot)
      if (this.#hashes[entry] === hash && this.#equals(entry, bytes, from, to)) {
        this.#counts[entry] = (this.#counts[entry] as number) + 1
        return entry
      }
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

  /** Calls back with the text of every entry in order; where a chunk is plain ASCII, all its texts are cut from one. */
  forEachText(decode: CellDecoder, visit: (text: string, entry: number) => void): void {
    let held = -1
    let whole: string | null = null
    this.forEach((bytes, from, to, entry) => {
      const chunk = this.#chunkOf[entry] as number
      if (chunk !== held) {
        const used = bytes.subarray(0, this.#full[chunk] ?? this.#used)
        whole = isAscii(used) ? used.toString('latin1') : null
        held = chunk
      }
      visit(whole === null ? decode(bytes, from, to) : whole.slice(from, to), entry)
    })
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
      this.#counts = longer(this.#counts)
      this.#chunkOf = longer(this.#chunkOf)
      this.#offsets = longer(this.#offsets)
      this.#lengths = longer(this.#lengths)
    }
    const chunk = this.#room(to - from)
    if (to - from > fewBytes) bytes.copy(chunk, this.#used, from, to)
    else for (let at = from, into = this.#used; at < to; ) chunk[into++] = bytes[at++] as number
    this.#hashes[entry] = hash
    this.#counts[entry] = 1
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
    if (chunk) this.#full.push(this.#used)
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
