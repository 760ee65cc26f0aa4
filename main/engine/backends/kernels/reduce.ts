import { type SumAttrs, util } from '@tensorflow/tfjs-core'
import { type Inputs, kernel } from './kernel.ts'

/** Sums, or averages, over leading axes row by row, without the transposition tfjs makes; the rest is tfjs'. */
const overLeadingAxes = (name: 'Sum' | 'Mean') =>
  kernel<Inputs<'x'>, SumAttrs>(name, ({ x }, attrs, heap, stock) => {
    const axes = util.parseAxisParam(attrs.axis, x.shape).toSorted((a, b) => a - b)
    const isLeading = axes.length > 0 && axes.every((axis, i) => axis === i)
    if (!isLeading || x.dtype !== 'float32') return stock({ x }, attrs)
    const kept = x.shape.slice(axes.length)
    const columns = util.sizeFromShape(kept)
    const rows = util.sizeFromShape(x.shape.slice(0, axes.length))
    const out = heap.make(attrs.keepDims ? [...axes.map(() => 1), ...kept] : kept)
    const values = heap.floats(x)
    // float64, because one float32 sum over many rows loses digits
    const sums = new Float64Array(columns)
    for (let r = 0, s = 0; r < rows; r++) {
      for (let c = 0; c < columns; c++, s++) sums[c] = (sums[c] as number) + (values[s] as number)
    }
    const scale = name === 'Mean' ? 1 / rows : 1
    heap.floats(out).set(scale === 1 ? sums : sums.map((sum) => sum * scale))
    return out
  })

/** Reductions over leading axes: what bias gradients and batch statistics are. */
export const reduceKernels = [overLeadingAxes('Sum'), overLeadingAxes('Mean')]
