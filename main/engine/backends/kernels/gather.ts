import {
  backend_util,
  type GatherV2Attrs,
  type OneHotAttrs,
  type UnsortedSegmentSumAttrs,
  util,
} from '@tensorflow/tfjs-core'
import { ProblemError } from '../../../../shared/problems.ts'
import { type Inputs, kernel } from './kernel.ts'
import { elementBytes } from './rows.ts'

/** Stops with `idOutOfRange` at the first id outside [0, size): it must never become an address. */
const checkIds = (ids: Int32Array, size: number): void => {
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i] as number
    if (id < 0 || id >= size) throw new ProblemError('idOutOfRange', { id, position: i, size })
  }
}

const gather = kernel<Inputs<'x' | 'indices'>, GatherV2Attrs>(
  'GatherV2',
  ({ x, indices }, attrs, heap, stock) => {
    const axis = util.parseAxisParam(attrs.axis, x.shape)[0] as number
    const size = x.shape[axis] as number
    checkIds(heap.ints(indices), size)
    if (attrs.batchDims || x.dtype === 'string') return stock({ x, indices }, attrs)
    const info = backend_util.segment_util.collectGatherOpShapeInfo(x as never, indices as never, axis, 0)
    const out = heap.make(info.outputShape, x.dtype)
    const ids = heap.ints(indices)
    const row = info.sliceSize * elementBytes(x.dtype)
    const [from, to] = [heap.offset(x), heap.offset(out)]
    for (let b = 0; b < info.outerSize; b++) {
      const [source, target] = [from + b * size * row, to + b * ids.length * row]
      for (let i = 0; i < ids.length; i++) {
        const at = source + (ids[i] as number) * row
        heap.bytes.copyWithin(target + i * row, at, at + row)
      }
    }
    return out
  },
)

/** Rows of ids outside the segments are dropped, as tfjs documents. */
const segmentSum = kernel<Inputs<'x' | 'segmentIds'>, UnsortedSegmentSumAttrs>(
  'UnsortedSegmentSum',
  ({ x, segmentIds }, { numSegments }, heap) => {
    const inner = x.shape.slice(segmentIds.shape.length)
    const out = heap.zeros([numSegments, ...inner], x.dtype)
    const [sums, values, ids] = [heap.values(out), heap.values(x), heap.ints(segmentIds)]
    const n = util.sizeFromShape(inner)
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i] as number
      if (id < 0 || id >= numSegments) continue
      let d = id * n
      let s = i * n
      for (let k = 0; k < n; k++, d++, s++) sums[d] = (sums[d] as number) + (values[s] as number)
    }
    return out
  },
)

/** Ids outside the depth give a row without a hot element; tfjs' own writes past the tensor. */
const oneHot = kernel<Inputs<'indices'>, OneHotAttrs>('OneHot', ({ indices }, attrs, heap) => {
  const { dtype, depth, onValue, offValue } = attrs
  const out = heap.make([...indices.shape, depth], dtype)
  const [values, ids] = [heap.values(out).fill(offValue), heap.ints(indices)]
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i] as number
    if (id >= 0 && id < depth) values[i * depth + id] = onValue
  }
  return out
})

/** Reading and adding rows by id: what an Embedding runs forward and backward. */
export const gatherKernels = [gather, segmentSum, oneHot]
