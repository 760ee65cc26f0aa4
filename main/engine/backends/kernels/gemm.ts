import type { Heap } from './heap.ts'

type BatchMatMul = (...values: (number | Uint8Array)[]) => void
const entries = new WeakMap<object, BatchMatMul>()

const entry = (heap: Heap): BatchMatMul => {
  const { wasm } = heap.backend
  const known = entries.get(wasm)
  if (known) return known
  const made = wasm.cwrap('BatchMatMul', null, [
    'number',
    'array',
    'number',
    'number',
    'array',
    'number',
    'number',
    'number',
    'number',
  ])
  entries.set(wasm, made)
  return made
}

/** Makes a piece of the heap known to the WASM module under a number of its own. */
export const registerSpan = (heap: Heap, offset: number, size: number): number => {
  const id = heap.backend.dataIdNextNumber++
  heap.backend.wasm.tfjs.registerTensor(id, size, offset)
  return id
}

/** Forgets a registered piece and what XNNPACK packed for it; the memory itself stays. */
export const releaseSpan = (heap: Heap, id: number): void => heap.backend.wasm.tfjs.disposeData(id)

const shapeBytes = (rows: number, cols: number) => new Uint8Array(Int32Array.of(1, rows, cols).buffer)

/**
 * out[m, n] = a[m, k] · b[k, n] by XNNPACK, on registered pieces. Each `b` is packed at its first use and
 * the packing kept until it is released.
 */
export const gemmSpans = (heap: Heap, a: number, b: number, out: number, m: number, k: number, n: number) =>
  entry(heap)(a, shapeBytes(m, k), 3, b, shapeBytes(k, n), 3, 0, 0, out)

/** out[m, n] = a[m, k] · b[k, n] by XNNPACK; the three are byte offsets of row-major float32 matrices. */
export const gemm = (
  heap: Heap,
  a: number,
  b: number,
  out: number,
  m: number,
  k: number,
  n: number,
): void => {
  const ids = [registerSpan(heap, a, m * k), registerSpan(heap, b, k * n), registerSpan(heap, out, m * n)]
  try {
    gemmSpans(heap, ids[0] as number, ids[1] as number, ids[2] as number, m, k, n)
  } finally {
    for (const id of ids) releaseSpan(heap, id)
  }
}
