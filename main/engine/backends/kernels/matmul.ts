import {
  type _FusedMatMulAttrs,
  type _FusedMatMulInputs,
  type BatchMatMulAttrs,
  broadcast_util,
  type TensorInfo,
  util,
} from '@tensorflow/tfjs-core'
import { gemm } from './gemm.ts'
import type { Heap } from './heap.ts'
import { type Inputs, kernel, runKernel } from './kernel.ts'
import { transposeLast2 } from './transpose.ts'

/** What packing one number of the right side costs XNNPACK, in transposed numbers; measured. */
const PACKING = 3

interface Sizes {
  readonly batchA: number
  readonly batchB: number
  readonly m: number
  readonly k: number
  readonly n: number
}

interface Transposed {
  readonly transposeA: boolean
  readonly transposeB: boolean
}

const sizesOf = (a: TensorInfo, b: TensorInfo, { transposeA, transposeB }: Transposed): Sizes => {
  const [rowsA, colsA] = a.shape.slice(-2) as [number, number]
  const [rowsB, colsB] = b.shape.slice(-2) as [number, number]
  const [m, k] = transposeA ? [colsA, rowsA] : [rowsA, colsA]
  const [k2, n] = transposeB ? [colsB, rowsB] : [rowsB, colsB]
  if (k !== k2) {
    throw new Error(`Matrices to multiply need equal inner lengths, found ${k} and ${k2}.`)
  }
  const batch = (x: TensorInfo) => util.sizeFromShape(x.shape.slice(0, -2))
  return { batchA: batch(a), batchB: batch(b), m, k, n }
}

/** [batchA, m, k] · [batchB, k, n]; a batch of 1 is used for every matrix of the other side. */
const multiplyPlain = (heap: Heap, a: TensorInfo, b: TensorInfo, s: Sizes): TensorInfo => {
  const batch = Math.max(s.batchA, s.batchB)
  const out = heap.make([batch, s.m, s.n])
  const [atA, atB, atOut] = [heap.offset(a), heap.offset(b), heap.offset(out)]
  if (s.batchB === 1) {
    gemm(heap, atA, atB, atOut, batch * s.m, s.k, s.n)
    return out
  }
  for (let i = 0; i < batch; i++) {
    const mine = s.batchA === 1 ? 0 : i * s.m * s.k * 4
    gemm(heap, atA + mine, atB + i * s.k * s.n * 4, atOut + i * s.m * s.n * 4, s.m, s.k, s.n)
  }
  return out
}

/** a·b as (bᵀ·aᵀ)ᵀ, which moves fewer numbers when the sides to transpose are the smaller ones. */
const multiplySwapped = (
  heap: Heap,
  a: TensorInfo,
  b: TensorInfo,
  s: Sizes,
  { transposeA, transposeB }: Transposed,
) => {
  const left = transposeB ? b : transposeLast2(heap, b, s.batchB, s.k, s.n)
  const right = transposeA ? a : transposeLast2(heap, a, s.batchA, s.m, s.k)
  const swapped = multiplyPlain(heap, left, right, {
    batchA: s.batchB,
    batchB: s.batchA,
    m: s.n,
    k: s.k,
    n: s.m,
  })
  const out = transposeLast2(heap, swapped, swapped.shape[0] as number, s.n, s.m)
  heap.free(swapped, ...(left === b ? [] : [left]), ...(right === a ? [] : [right]))
  return out
}

/** Repeats the matrices of `x` until its batch axes are `outer`: only for batches broadcast on both sides. */
const expandBatch = (heap: Heap, x: TensorInfo, outer: readonly number[]): TensorInfo => {
  const matrix = x.shape.slice(-2)
  const missing = outer.length + 2 - x.shape.length
  const batch = [...Array<number>(missing).fill(1), ...x.shape.slice(0, -2)]
  const reps = [...outer.map((size, axis) => (batch[axis] === size ? 1 : size)), 1, 1]
  return runKernel(heap, 'Tile', { x: heap.as(x, [...batch, ...matrix]) }, { reps })
}

const multiplySized = (
  heap: Heap,
  a: TensorInfo,
  b: TensorInfo,
  s: Sizes,
  { transposeA, transposeB }: Transposed,
): TensorInfo => {
  const [sizeA, sizeB] = [s.batchA * s.m * s.k, s.batchB * s.k * s.n]
  const sizeOut = Math.max(s.batchA, s.batchB) * s.m * s.n
  const direct = (transposeA ? sizeA : 0) + (transposeB ? sizeB : 0) + PACKING * sizeB
  const swapped = (transposeA ? 0 : sizeA) + (transposeB ? 0 : sizeB) + sizeOut + PACKING * sizeA
  if (swapped < direct) return multiplySwapped(heap, a, b, s, { transposeA, transposeB })
  const left = transposeA ? transposeLast2(heap, a, s.batchA, s.k, s.m) : a
  const right = transposeB ? transposeLast2(heap, b, s.batchB, s.n, s.k) : b
  const out = multiplyPlain(heap, left, right, s)
  heap.free(...(left === a ? [] : [left]), ...(right === b ? [] : [right]))
  return out
}

/**
 * op(a)·op(b) over broadcast batches, op being the transposition of the last two axes where asked. The
 * multiplication is always XNNPACK's untransposed one; whichever side is smaller is transposed for it.
 */
export const multiply = (heap: Heap, a: TensorInfo, b: TensorInfo, transposed: Transposed): TensorInfo => {
  if (a.dtype !== 'float32' || b.dtype !== 'float32') {
    throw new Error(`Matrices to multiply must be float32, found ${a.dtype} and ${b.dtype}.`)
  }
  const outer = broadcast_util.assertAndGetBroadcastShape(a.shape.slice(0, -2), b.shape.slice(0, -2))
  const s = sizesOf(a, b, transposed)
  const shape = [...outer, s.m, s.n]
  if (util.sizeFromShape(shape) === 0 || s.k === 0) return heap.zeros(shape)
  if (util.sizeFromShape(outer) === Math.max(s.batchA, s.batchB)) {
    return { ...multiplySized(heap, a, b, s, transposed), shape }
  }
  const [wholeA, wholeB] = [expandBatch(heap, a, outer), expandBatch(heap, b, outer)]
  const out = multiplySized(heap, wholeA, wholeB, sizesOf(wholeA, wholeB, transposed), transposed)
  heap.free(wholeA, wholeB)
  return { ...out, shape }
}

const activationKernels: Readonly<Record<string, string>> = {
  relu: 'Relu',
  relu6: 'Relu6',
  elu: 'Elu',
  sigmoid: 'Sigmoid',
  prelu: 'Prelu',
  leakyrelu: 'LeakyRelu',
}

const addBias = (heap: Heap, out: TensorInfo, bias: TensorInfo): TensorInfo => {
  const n = out.shape.at(-1) as number
  if (util.sizeFromShape(bias.shape) !== n) {
    const sum = runKernel(heap, 'Add', { a: out, b: bias })
    heap.free(out)
    return sum
  }
  const [sums, biases] = [heap.floats(out), heap.floats(bias)]
  for (let row = 0; row < sums.length; row += n) {
    for (let j = 0; j < n; j++) sums[row + j] = (sums[row + j] as number) + (biases[j] as number)
  }
  return out
}

const activate = (heap: Heap, out: TensorInfo, inputs: _FusedMatMulInputs, attrs: _FusedMatMulAttrs) => {
  const name = activationKernels[attrs.activation]
  if (!name) return out
  const operands = name === 'Prelu' ? { x: out, alpha: inputs.preluActivationWeights } : { x: out }
  const activated = runKernel(heap, name, operands, { alpha: attrs.leakyreluAlpha })
  heap.free(out)
  return activated
}

/** Matrix products; tfjs' own are 12-30 times slower when transposed, and wrong when fused and batched. */
export const matmulKernels = [
  kernel<Inputs<'a' | 'b'>, BatchMatMulAttrs>('BatchMatMul', ({ a, b }, attrs, heap) =>
    multiply(heap, a, b, attrs),
  ),
  kernel<_FusedMatMulInputs, _FusedMatMulAttrs>('_FusedMatMul', (inputs, attrs, heap) => {
    const product = multiply(heap, inputs.a, inputs.b, attrs)
    return activate(heap, inputs.bias ? addBias(heap, product, inputs.bias) : product, inputs, attrs)
  }),
]
