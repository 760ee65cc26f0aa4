import { type TensorInfo, util } from '@tensorflow/tfjs-core'
import { type Inputs, kernel, runKernel } from './kernel.ts'

/** Whether one slope stands for each place of the last axes: all that XNNPACK knows. */
const isPerChannel = (x: TensorInfo, alpha: TensorInfo): boolean => {
  const first = alpha.shape.findIndex((size) => size > 1)
  const own = first < 0 ? [] : alpha.shape.slice(first)
  return own.length > 0 && util.arraysEqual(own, x.shape.slice(-own.length))
}

/** tfjs takes any other slopes for those of the last axis: they are spread over all places first. */
const prelu = kernel<Inputs<'x' | 'alpha'>, object>('Prelu', ({ x, alpha }, attrs, heap, stock) => {
  const run = (slopes: TensorInfo) => heap.withFreshId(slopes, (fresh) => stock({ x, alpha: fresh }, attrs))
  if (isPerChannel(x, alpha)) return run(alpha)
  const padded = x.shape.map((_, axis) => alpha.shape[axis - (x.shape.length - alpha.shape.length)] ?? 1)
  const reps = x.shape.map((size, axis) => size / (padded[axis] ?? 1))
  const spread = runKernel(heap, 'Tile', { x: heap.as(alpha, padded) }, { reps })
  const out = run(spread)
  heap.free(spread)
  return out
})

/** PReLU with slopes shared along any axes. */
export const preluKernels = [prelu]
