const digitBits = 11
const digits = 6
const radix = 2 ** digitBits
const fewForRadix = 20_000

/** Sorts columns one after the other in buffers of its own, so that a wide table needs little memory and no garbage. */
export class NumberSorter {
  #from = new Float64Array(0)
  #to = new Float64Array(0)
  readonly #counts = new Int32Array(digits * radix)

  /** The values that are not NaN in rising order; valid until the next call. */
  sort(values: Float64Array): Float64Array {
    if (this.#from.length < values.length) {
      this.#from = new Float64Array(values.length)
      this.#to = new Float64Array(values.length)
    }
    let count = 0
    for (const value of values) if (value === value) this.#from[count++] = value
    if (count < fewForRadix) return this.#from.subarray(0, count).sort()
    this.#radixSort(count)
    return this.#from.subarray(0, count)
  }

  /**
   * Radix sort from the lowest digit up on the bits of the floats, with the sign bit flipped for positive and all bits
   * for negative ones, which makes their order that of unsigned integers.
   */
  #radixSort(count: number): void {
    this.#countDigits(count)
    for (let digit = 0; digit < digits; digit++) {
      if (!this.#toOffsets(digit, count)) continue
      this.#scatter(digit, count)
      const from = this.#from
      this.#from = this.#to
      this.#to = from
    }
  }

  #countDigits(count: number): void {
    const counts = this.#counts.fill(0)
    const bits = new Int32Array(this.#from.buffer)
    const mask = radix - 1
    const bump = (place: number): void => {
      counts[place] = (counts[place] as number) + 1
    }
    for (let at = 0; at < count; at++) {
      const sign = (bits[2 * at + 1] as number) >> 31
      const low = (bits[2 * at] as number) ^ sign
      const high = (bits[2 * at + 1] as number) ^ (sign | 0x80000000)
      bump(low & mask)
      bump(radix + ((low >>> 11) & mask))
      bump(2 * radix + (((low >>> 22) | (high << 10)) & mask))
      bump(3 * radix + ((high >>> 1) & mask))
      bump(4 * radix + ((high >>> 12) & mask))
      bump(5 * radix + (high >>> 23))
    }
  }

  /** Turns a digit's counts into where its values go; false when all values share the digit. */
  #toOffsets(digit: number, count: number): boolean {
    let sum = 0
    for (let place = digit * radix; place < (digit + 1) * radix; place++) {
      const here = this.#counts[place] as number
      if (here === count) return false
      this.#counts[place] = sum
      sum += here
    }
    return true
  }

  #scatter(digit: number, count: number): void {
    const from = this.#from
    const to = this.#to
    const offsets = this.#counts.subarray(digit * radix, (digit + 1) * radix)
    const bits = new Int32Array(from.buffer)
    const isLow = digit < 2
    const shift = [0, 11, 0, 1, 12, 23][digit] as number
    for (let at = 0; at < count; at++) {
      const sign = (bits[2 * at + 1] as number) >> 31
      const low = (bits[2 * at] as number) ^ sign
      const high = (bits[2 * at + 1] as number) ^ (sign | 0x80000000)
      const key = isLow ? low >>> shift : digit === 2 ? (low >>> 22) | (high << 10) : high >>> shift
      const place = key & (radix - 1)
      const offset = offsets[place] as number
      offsets[place] = offset + 1
      to[offset] = from[at] as number
    }
  }
}
