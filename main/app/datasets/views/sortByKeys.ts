const digits = 6
const radix = 2 ** 11
const mask = radix - 1

/** Keys as whole numbers of two halves, and the items they are of. */
interface Keyed {
  readonly low: Uint32Array
  readonly high: Uint32Array
  readonly items: Int32Array
}
const keyed = (count: number): Keyed => ({
  low: new Uint32Array(count),
  high: new Uint32Array(count),
  items: new Int32Array(count),
})

/**
 * Puts items in the rising or falling order of their keys (`keys[i]` is that of `items[i]`), those whose key is NaN
 * last; equal keys keep their order. A radix sort on the bits of the floats, from the lowest digit up, in which keys
 * and items move together, so that memory is read from start to end. Yields now and then how much is done, from 0 to 1.
 */
export function* sortByKeys(
  keys: Float64Array,
  items: Int32Array,
  descending: boolean,
): Generator<number, Int32Array> {
  let count = 0
  for (const key of keys) if (key === key) count++
  let from = keyed(count)
  const sorted = new Int32Array(items.length)
  fill(from, keys, items, descending, sorted.subarray(count))
  const counts = countDigits(from)
  let to = keyed(count)
  for (let digit = 0; digit < digits; digit++) {
    yield digit / digits
    const offsets = counts.subarray(digit * radix, (digit + 1) * radix)
    if (!toOffsets(offsets, count)) continue
    scatter(from, to, digit, offsets)
    const spare = from
    from = to
    to = spare
  }
  sorted.set(from.items)
  return sorted
}

/** Bits whose order as whole numbers is that of the keys; items without a key are set aside in their order. */
const fill = (
  { low, high, items }: Keyed,
  keys: Float64Array,
  all: Int32Array,
  descending: boolean,
  missing: Int32Array,
): void => {
  const one = new Float64Array(1)
  const bits = new Uint32Array(one.buffer)
  const flip = descending ? 0xffffffff : 0
  let at = 0
  for (let place = 0; place < keys.length; place++) {
    const key = keys[place] as number
    const item = all[place] as number
    if (key !== key) {
      missing[place - at] = item
      continue
    }
    // Adding zero makes −0 and 0 one key.
    one[0] = key + 0
    const sign = (bits[1] as number) >> 31
    low[at] = (bits[0] as number) ^ sign ^ flip
    high[at] = (bits[1] as number) ^ (sign | 0x80000000) ^ flip
    items[at++] = item
  }
}

const digitOf = (low: number, high: number, digit: number): number => {
  switch (digit) {
    case 0:
      return low & mask
    case 1:
      return (low >>> 11) & mask
    case 2:
      return ((low >>> 22) | (high << 10)) & mask
    case 3:
      return (high >>> 1) & mask
    case 4:
      return (high >>> 12) & mask
    default:
      return high >>> 23
  }
}

/** How often each digit has each value. */
const countDigits = ({ low, high }: Keyed): Int32Array => {
  const counts = new Int32Array(digits * radix)
  for (let at = 0; at < low.length; at++) {
    for (let digit = 0; digit < digits; digit++) {
      const place = digit * radix + digitOf(low[at] as number, high[at] as number, digit)
      counts[place] = (counts[place] as number) + 1
    }
  }
  return counts
}

/** Turns a digit's counts into where its values go; false when all share the digit. */
const toOffsets = (counts: Int32Array, all: number): boolean => {
  let sum = 0
  for (let value = 0; value < radix; value++) {
    const here = counts[value] as number
    if (here === all) return false
    counts[value] = sum
    sum += here
  }
  return true
}

const scatter = (from: Keyed, to: Keyed, digit: number, offsets: Int32Array): void => {
  const { low, high, items } = from
  for (let at = 0; at < low.length; at++) {
    const l = low[at] as number
    const h = high[at] as number
    const value = digitOf(l, h, digit)
    const place = offsets[value] as number
    offsets[value] = place + 1
    to.low[place] = l
    to.high[place] = h
    to.items[place] = items[at] as number
  }
}
