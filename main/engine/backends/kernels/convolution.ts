import { type TensorInfo, util } from '@tensorflow/tfjs-core'
import { imagesPerChunk, addColumns, toColumns } from './columns.ts'
import { gemm } from './gemm.ts'
import type { Heap } from './heap.ts'
import { multiply } from './matmul.ts'
import { transposeLast2 } from './transpose.ts'
import { volume, type Window } from './window.ts'

const chunks = (w: Window): [number, number][] => {
  const step = imagesPerChunk(w)
  const count = Math.ceil(w.batch / step)
  return Array.from({ length: count }, (_, i) => [i * step, Math.min(w.batch, (i + 1) * step)])
}

/** The convolution of x with a filter [taps, channels, filters] as columns times filter; y has `shape`. */
export const convolve = (heap: Heap, w: Window, x: TensorInfo, filter: TensorInfo, shape: number[]) => {
  const y = heap.make(shape)
  const depth = volume(w.size) * w.channels
  for (const [first, end] of chunks(w)) {
    const rows = (end - first) * volume(w.output)
    const columns = heap.make([rows, depth])
    toColumns(w, heap.floats(x), first, end, heap.floats(columns))
    const at = heap.offset(y) + first * volume(w.output) * w.outChannels * 4
    gemm(heap, heap.offset(columns), heap.offset(filter), at, rows, depth, w.outChannels)
    heap.free(columns)
  }
  return y
}

/** The gradient of a convolution's filter: columnsᵀ · dy, summed over chunks of images. */
export const filterGradient = (heap: Heap, w: Window, x: TensorInfo, dy: TensorInfo, shape: number[]) => {
  const depth = volume(w.size) * w.channels
  const sum = heap.zeros(shape)
  for (const [first, end] of chunks(w)) {
    const rows = (end - first) * volume(w.output)
    const columns = heap.make([rows, depth])
    toColumns(w, heap.floats(x), first, end, heap.floats(columns))
    const from = heap.offset(dy) + first * volume(w.output) * w.outChannels * 4
    const product = heap.withView(from, [rows, w.outChannels], 'float32', (part) =>
      multiply(heap, columns, part, { transposeA: true, transposeB: false }),
    )
    const [sums, values] = [heap.floats(sum), heap.floats(product)]
    for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] as number) + (values[i] as number)
    heap.free(columns, product)
  }
  return sum
}

/** The gradient of a convolution's input: dy · filterᵀ, added back where the columns came from. */
export const inputGradient = (heap: Heap, w: Window, dy: TensorInfo, filter: TensorInfo, shape: number[]) => {
  const depth = volume(w.size) * w.channels
  const dx = heap.zeros(shape)
  if (util.sizeFromShape(dy.shape) === 0) return dx
  const transposed = transposeLast2(heap, heap.as(filter, [1, depth, w.outChannels]), 1, depth, w.outChannels)
  for (const [first, end] of chunks(w)) {
    const rows = (end - first) * volume(w.output)
    const columns = heap.make([rows, depth])
    const from = heap.offset(dy) + first * volume(w.output) * w.outChannels * 4
    gemm(heap, from, heap.offset(transposed), heap.offset(columns), rows, w.outChannels, depth)
    addColumns(w, heap.floats(columns), first, end, heap.floats(dx))
    heap.free(columns)
  }
  heap.free(transposed)
  return dx
}
