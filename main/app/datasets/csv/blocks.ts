import type { Hash } from 'node:crypto'
import { readSync } from 'node:fs'

/** Bytes of a file on their way into a reader. */
export interface BlockOptions {
  readonly blockBytes: number
  /** Turns the file's bytes into UTF-8; `null` ends the stream. Absent when records can be found in the raw bytes. */
  readonly transcode?: (bytes: Buffer | null) => Buffer
  /** Takes in every byte read. */
  readonly hash?: Hash | undefined
}

/** Reads an open file block by block; what a reader has not used yet stays in front of the next block. */
export class ByteBlocks {
  bytes: Buffer
  length = 0
  /** Whether these are the file's last bytes. */
  last = false
  /** Bytes read from the file so far. */
  position = 0
  readonly #fd: number
  readonly #options: BlockOptions

  constructor(fd: number, options: BlockOptions) {
    this.#fd = fd
    this.#options = options
    this.bytes = Buffer.allocUnsafeSlow(options.blockBytes * 2)
    this.advance(0)
  }

  /** Drops the first `used` bytes and reads a further block behind what remains. */
  advance(used: number): void {
    if (used > 0) this.bytes.copyWithin(0, used, this.length)
    this.length -= used
    if (this.#options.transcode) this.#append(this.#options.transcode)
    else this.#fill()
  }

  #fill(): void {
    this.#reserve(this.#options.blockBytes)
    const from = this.length
    const count = readSync(this.#fd, this.bytes, from, this.#options.blockBytes, this.position)
    this.#options.hash?.update(this.bytes.subarray(from, from + count))
    this.length += count
    this.position += count
    this.last = count === 0
  }

  #append(transcode: (bytes: Buffer | null) => Buffer): void {
    const raw = Buffer.allocUnsafe(this.#options.blockBytes)
    const count = readSync(this.#fd, raw, 0, raw.length, this.position)
    this.#options.hash?.update(raw.subarray(0, count))
    this.position += count
    this.last = count === 0
    const text = transcode(count === 0 ? null : raw.subarray(0, count))
    this.#reserve(text.length)
    text.copy(this.bytes, this.length)
    this.length += text.length
  }

  #reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return
    const larger = Buffer.allocUnsafeSlow(Math.max(this.bytes.length * 2, this.length + more))
    this.bytes.copy(larger, 0, 0, this.length)
    this.bytes = larger
  }
}
