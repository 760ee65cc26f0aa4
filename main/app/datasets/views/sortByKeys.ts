const digitBits = 11
const radix = 2 ** digitBits
const mask = radix - 1

/**
 * Puts items in the rising or falling order of their keys (`keys[i]` is that of `items[i]`), those whose key is NaN
 * last; equal keys keep their order. A radix sort on the bits of the floats, from the lowest digit up; yields now and
 * then how much is done, from 0 to 1.
 */
export function* sortByKeys(
  keys: Float64Array,
  items: Int32Array,
  descending: boolean,
): Generator<number, Int32Array> {
  const { low, high, count, missing } = orderedBits(keys, descending)
  // Places of items among the keys; those without a key follow in their order.
  let from = present(keys, count)
  let to = new Int32Array(count)
  for (let digit = 0; digit < 6; digit++) {
    yield digit / 6
    const offsets = offsetsOf(low, high, digit, from)
    if (!offsets) continue
    for (const place of from) {
      const key = digitAt(low, high, place, digit)
      const at = offsets[key] as number
      offsets[key] = at + 1
      to[at] = place
    }
    const spare = from
    from = to
    to = spare
  }
  const sorted = new Int32Array(items.length)
  for (let at = 0; at < count; at++) sorted[at] = items[from[at] as number] as number
  for (let at = 0; at < missing.length; at++) sorted[count + at] = items[missing[at] as number] as number
  return sorted
}

/** Bits whose order as whole numbers is that of the keys, and which keys are NaN. */
const orderedBits = (keys: Float64Array, descending: boolean) => {
  const low = new Uint32Array(keys.length)
  const high = new Uint32Array(keys.length)
  const one = new Float64Array(1)
  const bits = new Uint32Array(one.buffer)
  const missing: number[] = []
  const flip = descending ? 0xffffffff : 0
  for (let place = 0; place < keys.length; place++) {
    const key = keys[place] as number
    if (key !== key) {
      missing.push(place)
      continue
    }
    // Adding zero makes −0 and 0 one key.
    one[0] = key + 0
    const sign = (bits[1] as number) >> 31
    low[place] = (bits[0] as number) ^ sign ^ flip
    high[place] = (bits[1] as number) ^ (sign | 0x80000000) ^ flip
  }
  return { low, high, count: keys.length - missing.length, missing }
}

const present = (keys: Float64Array, count: number): Int32Array<ArrayBuffer> => {
  const places = new Int32Array(count)
  let at = 0
  for (let place = 0; place < keys.length; place++) {
    const key = keys[place] as number
    if (key === key) places[at++] = place
  }
  return places
}

const digitAt = (low: Uint32Array, high: Uint32Array, place: number, digit: number): number => {
  const l = low[place] as number
  const h = high[place] as number
  if (digit === 0) return l & mask
  if (digit === 1) return (l >>> 11) & mask
  if (digit === 2) return ((l >>> 22) | (h << 10)) & mask
  return (h >>> (digit === 3 ? 1 : digit === 4 ? 12 : 23)) & mask
}

/** Where the places of each value of a digit go; null when all share the digit. */
const offsetsOf = (low: Uint32Array, high: Uint32Array, digit: number, places: Int32Array) => {
  const offsets = new Int32Array(radix)
  for (const place of places) {
    const key = digitAt(low, high, place, digit)
    offsets[key] = (offsets[key] as number) + 1
  }
  let sum = 0
  for (let key = 0; key < radix; key++) {
    const here = offsets[key] as number
    if (here === places.length) return null
    offsets[key] = sum
    sum += here
  }
  return offsets
}
