import {
  backend_util,
  type ConcatAttrs,
  type ConcatInputs,
  type PackAttrs,
  type PackInputs,
  type SliceAttrs,
  slice_util,
  type SplitVAttrs,
  type TensorInfo,
  type UnpackAttrs,
  util,
} from '@tensorflow/tfjs-core'
import type { Heap } from './heap.ts'
import { type Inputs, kernel } from './kernel.ts'
import { copyRows, elementBytes } from './rows.ts'

/** Bytes of everything from `axis` on, and the number of such blocks. */
const blocks = (x: TensorInfo, shape: readonly number[], axis: number) => ({
  bytes: util.sizeFromShape(shape.slice(axis)) * elementBytes(x.dtype),
  count: util.sizeFromShape(shape.slice(0, axis)),
})

/** Copies the box at `begin` of `size`, the longest contiguous runs at a time. */
const copyBox = (heap: Heap, x: TensorInfo, begin: readonly number[], out: TensorInfo): void => {
  const size = out.shape
  const strides = size.map((_, axis) => blocks(x, x.shape, axis + 1).bytes)
  // The innermost axis that is cut: everything after it is copied whole.
  let cut = size.length - 1
  while (cut > 0 && size[cut] === x.shape[cut]) cut--
  const run = (size[cut] as number) * (strides[cut] as number)
  const start = begin.reduce((at, b, axis) => at + b * (strides[axis] as number), heap.offset(x))
  const walk = (axis: number, from: number, to: number): number => {
    if (axis === cut) {
      copyRows(heap, from, run, to, run, run, 1)
      return to + run
    }
    const [rows, stride] = [size[axis] as number, strides[axis] as number]
    if (axis === cut - 1) {
      copyRows(heap, from, stride, to, run, run, rows)
      return to + rows * run
    }
    let at = to
    for (let i = 0; i < rows; i++) at = walk(axis + 1, from + i * stride, at)
    return at
  }
  walk(0, start, heap.offset(out))
}

const slice = kernel<Inputs<'x'>, SliceAttrs>('Slice', ({ x }, attrs, heap, stock) => {
  if (x.dtype === 'string') return stock({ x }, attrs)
  const [begin, size] = slice_util.parseSliceParams(x as never, attrs.begin, attrs.size) as [
    number[],
    number[],
  ]
  if (begin.every((b, axis) => b === 0 && size[axis] === x.shape[axis])) return heap.alias(x, size)
  const out = heap.make(size, x.dtype)
  if (util.sizeFromShape(size) > 0) copyBox(heap, x, begin, out)
  return out
})

const split = kernel<Inputs<'x'>, SplitVAttrs>('SplitV', ({ x }, { numOrSizeSplits, axis }, heap) => {
  const on = util.parseAxisParam(axis, x.shape)[0] as number
  const sizes = backend_util.prepareSplitSize(x as never, numOrSizeSplits, on)
  const outs = sizes.map((size) => heap.make(x.shape.toSpliced(on, 1, size), x.dtype))
  const whole = blocks(x, x.shape, on)
  let from = heap.offset(x)
  for (const out of outs) {
    const { bytes } = blocks(out, out.shape, on)
    copyRows(heap, from, whole.bytes, heap.offset(out), bytes, bytes, whole.count)
    from += bytes
  }
  return outs
})

const unpack = kernel<Inputs<'value'>, UnpackAttrs>('Unpack', ({ value: x }, attrs, heap) => {
  const axis = attrs.axis < 0 ? attrs.axis + x.shape.length : attrs.axis
  const shape = x.shape.toSpliced(axis, 1)
  const outs = Array.from({ length: x.shape[axis] as number }, () => heap.make(shape, x.dtype))
  const whole = blocks(x, x.shape, axis)
  const { bytes } = blocks(x, x.shape, axis + 1)
  const from = heap.offset(x)
  outs.forEach((out, i) => {
    copyRows(heap, from + i * bytes, whole.bytes, heap.offset(out), bytes, bytes, whole.count)
  })
  return outs
})

/** Writes the blocks of several tensors side by side. */
const interleave = (
  heap: Heap,
  tensors: readonly TensorInfo[],
  axis: number,
  out: TensorInfo,
): TensorInfo => {
  const whole = blocks(out, out.shape, axis)
  let to = heap.offset(out)
  for (const tensor of tensors) {
    const { bytes, count } = blocks(tensor, tensor.shape, axis)
    copyRows(heap, heap.offset(tensor), bytes, to, whole.bytes, bytes, count)
    to += bytes
  }
  return out
}

const concat = kernel<ConcatInputs, ConcatAttrs>('Concat', (inputs, attrs, heap, stock) => {
  const [first] = inputs as [TensorInfo]
  if (inputs.some((tensor) => tensor.dtype !== first.dtype) || first.dtype === 'string') {
    return stock(inputs, attrs)
  }
  const axis = util.parseAxisParam(attrs.axis, first.shape)[0] as number
  const shapes = inputs.map((tensor) => tensor.shape)
  backend_util.assertParamsConsistent(shapes, axis)
  const filled = inputs.filter((tensor) => util.sizeFromShape(tensor.shape) > 0)
  const only = filled[0]
  if (only && filled.length === 1) return heap.alias(only, only.shape)
  return interleave(heap, filled, axis, heap.make(backend_util.computeOutShape(shapes, axis), first.dtype))
})

const pack = kernel<PackInputs, PackAttrs>('Pack', (inputs, attrs, heap, stock) => {
  const [first] = inputs as [TensorInfo]
  if (inputs.some((tensor) => tensor.dtype !== first.dtype) || first.dtype === 'string') {
    return stock(inputs, attrs)
  }
  for (const tensor of inputs) {
    util.assertShapesMatch(first.shape, tensor.shape, 'All tensors passed to stack must have matching shapes')
  }
  const axis = attrs.axis < 0 ? attrs.axis + first.shape.length + 1 : attrs.axis
  const out = heap.make(first.shape.toSpliced(axis, 0, inputs.length), first.dtype)
  return interleave(heap, inputs, axis, out)
})

/** Cutting and joining as copies of rows; tfjs' Slice copies the whole tensor for every slice. */
export const sliceKernels = [slice, split, unpack, concat, pack]
