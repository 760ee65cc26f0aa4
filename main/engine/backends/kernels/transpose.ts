import { type TensorInfo, type TransposeAttrs } from '@tensorflow/tfjs-core'
import type { Heap } from './heap.ts'
import { type Inputs, kernel } from './kernel.ts'
import { copyRows } from './rows.ts'

type Words = Float32Array | Int32Array

/**
 * dst[c, r] = src[r, c] for one matrix. Eight rows go at once, so that each cache line of the result is
 * written whole or half instead of number by number.
 */
export const transposeMatrix = (
  src: Words,
  from: number,
  dst: Words,
  to: number,
  rows: number,
  cols: number,
) => {
  const whole = rows - (rows % 8)
  for (let r = 0; r < whole; r += 8) {
    for (let c = 0; c < cols; c++) {
      const s = from + r * cols + c
      const d = to + c * rows + r
      dst[d] = src[s] as number
      dst[d + 1] = src[s + cols] as number
      dst[d + 2] = src[s + 2 * cols] as number
      dst[d + 3] = src[s + 3 * cols] as number
      dst[d + 4] = src[s + 4 * cols] as number
      dst[d + 5] = src[s + 5 * cols] as number
      dst[d + 6] = src[s + 6 * cols] as number
      dst[d + 7] = src[s + 7 * cols] as number
    }
  }
  for (let r = whole; r < rows; r++) {
    for (let c = 0; c < cols; c++) dst[to + c * rows + r] = src[from + r * cols + c] as number
  }
}

/** [batch, rows, cols] to [batch, cols, rows]; vectors are only renamed. The caller frees the result. */
export const transposeLast2 = (heap: Heap, x: TensorInfo, batch: number, rows: number, cols: number) => {
  if (rows === 1 || cols === 1) return heap.alias(x, [batch, cols, rows])
  const out = heap.make([batch, cols, rows], x.dtype)
  const [src, dst] = x.dtype === 'int32' ? [heap.ints(x), heap.ints(out)] : [heap.floats(x), heap.floats(out)]
  for (let b = 0; b < batch; b++) {
    const at = b * rows * cols
    transposeMatrix(src, at, dst, at, rows, cols)
  }
  return out
}

/** Runs of input axes that stay neighbours, in output order; axes of length 1 are dropped. */
const axisGroups = (shape: readonly number[], perm: readonly number[]): number[][] => {
  const kept = shape.flatMap((length, axis) => (length === 1 ? [] : [axis]))
  const groups: number[][] = []
  for (const axis of perm.filter((axis) => shape[axis] !== 1)) {
    const group = groups.at(-1)
    const next = group ? kept[kept.indexOf(group.at(-1) as number) + 1] : undefined
    if (group && axis === next) group.push(axis)
    else groups.push([axis])
  }
  return groups
}

/** The permutation with neighbouring axes merged: the fewest dimensions that describe the same movement. */
const simplify = (shape: readonly number[], perm: readonly number[]) => {
  const groups = axisGroups(shape, perm)
  const inputOrder = [...groups].sort((a, b) => (a[0] as number) - (b[0] as number))
  const dims = inputOrder.map((group) => group.reduce((size, axis) => size * (shape[axis] as number), 1))
  return { dims, order: groups.map((group) => inputOrder.indexOf(group)) }
}

/** Permutes axes as one or several 2-d transpositions, or as copies of rows; the rest is left to tfjs. */
export const transposeKernels = [
  kernel<Inputs<'x'>, TransposeAttrs>('Transpose', ({ x }, { perm }, heap, stock) => {
    const shape = perm.map((axis) => x.shape[axis] as number)
    const { dims, order } = simplify(x.shape, perm)
    if (dims.length <= 1) return heap.alias(x, shape)
    if (x.dtype === 'bool' || x.dtype === 'string' || x.dtype === 'complex64') return stock({ x }, { perm })
    const [a, b, c] = dims as [number, number, number]
    if (dims.length === 2) return { ...transposeLast2(heap, x, 1, a, b), shape }
    if (dims.length === 3 && order[0] === 0) return { ...transposeLast2(heap, x, a, b, c), shape }
    if (dims.length === 3 && order[2] === 2) return swapFirstTwo(heap, x, a, b, c, shape)
    return stock({ x }, { perm })
  }),
]

const swapFirstTwo = (heap: Heap, x: TensorInfo, a: number, b: number, c: number, shape: number[]) => {
  const out = heap.make(shape, x.dtype)
  const row = c * 4
  for (let i = 0; i < a; i++) {
    copyRows(heap, heap.offset(x) + i * b * row, row, heap.offset(out) + i * row, a * row, row, b)
  }
  return out
}
