import type { Heap } from './heap.ts'

/** Rows shorter than this many bytes are copied by a loop: a call of copyWithin costs more. */
const SHORT_ROW = 256

/** Bytes of one element, by dtype of the tensors that live on the heap. */
export const elementBytes = (dtype: string): number => (dtype === 'bool' ? 1 : 4)

/**
 * Copies `rows` rows of `length` bytes; the two strides are in bytes, offsets are addresses on the heap.
 */
export const copyRows = (
  heap: Heap,
  from: number,
  fromStride: number,
  to: number,
  toStride: number,
  length: number,
  rows: number,
): void => {
  const bytes = heap.bytes
  if (fromStride === length && toStride === length) {
    bytes.copyWithin(to, from, from + length * rows)
    return
  }
  if (length >= SHORT_ROW || ((from | to | fromStride | toStride | length) & 3) !== 0) {
    for (let r = 0; r < rows; r++) {
      const at = from + r * fromStride
      bytes.copyWithin(to + r * toStride, at, at + length)
    }
    return
  }
  const words = new Int32Array(bytes.buffer)
  const n = length >>> 2
  for (let r = 0; r < rows; r++) {
    const s = (from + r * fromStride) >>> 2
    const d = (to + r * toStride) >>> 2
    for (let k = 0; k < n; k++) words[d + k] = words[s + k] as number
  }
}
