import { backend_util, type MaxPool3DAttrs, type MaxPoolAttrs, type TensorInfo } from '@tensorflow/tfjs-core'
import type { Heap } from './heap.ts'
import { type Inputs, kernel } from './kernel.ts'
import { forEachTap, volume, type Window, window2d, window3d } from './window.ts'

const windowOf2d = (shape: readonly number[], attrs: MaxPoolAttrs): Window =>
  window2d(
    backend_util.computePool2DInfo(
      shape as [number, number, number, number],
      attrs.filterSize,
      attrs.strides,
      1,
      attrs.pad,
      attrs.dimRoundingMode,
    ),
  )

const infoOf3d = (shape: readonly number[], attrs: MaxPool3DAttrs) =>
  backend_util.computePool3DInfo(
    shape as [number, number, number, number, number],
    attrs.filterSize,
    attrs.strides,
    1,
    attrs.pad,
    attrs.dimRoundingMode,
    attrs.dataFormat,
  )

/**
 * Calls `take(output, from)` for every output pixel with the indices, by channel, of the numbers that are the
 * maxima of its window: of equals the first.
 */
const forEachMaximum = (
  w: Window,
  x: Float32Array,
  take: (output: number, from: Int32Array) => void,
): void => {
  const { channels } = w
  const best = new Float32Array(channels)
  const from = new Int32Array(channels)
  let current = -1
  forEachTap(w, (output, input) => {
    const s = input * channels
    if (output !== current) {
      if (current >= 0) take(current, from)
      current = output
      for (let c = 0; c < channels; c++) {
        best[c] = x[s + c] as number
        from[c] = s + c
      }
      return
    }
    for (let c = 0; c < channels; c++) {
      const value = x[s + c] as number
      if (value > (best[c] as number)) {
        best[c] = value
        from[c] = s + c
      }
    }
  })
  if (current >= 0) take(current, from)
}

const maxGradient = (heap: Heap, w: Window, dy: TensorInfo, input: TensorInfo) => {
  const out = heap.zeros(input.shape)
  const [dx, g] = [heap.floats(out), heap.floats(dy)]
  forEachMaximum(w, heap.floats(input), (output, from) => {
    let o = output * w.channels
    for (const d of from) dx[d] = (dx[d] as number) + (g[o++] as number)
  })
  return out
}

/** Each output's gradient is shared by the taps that were averaged: those inside the input. */
const averageGradient = (heap: Heap, w: Window, dy: TensorInfo, input: TensorInfo) => {
  const out = heap.zeros(input.shape)
  const [dx, g] = [heap.floats(out), heap.floats(dy)]
  const counts = new Uint32Array(w.batch * volume(w.output))
  forEachTap(w, (output) => {
    counts[output] = (counts[output] as number) + 1
  })
  const { channels } = w
  forEachTap(w, (output, pixel) => {
    const share = 1 / (counts[output] as number)
    let o = output * channels
    let d = pixel * channels
    for (let c = 0; c < channels; c++, o++, d++) dx[d] = (dx[d] as number) + (g[o] as number) * share
  })
  return out
}

/** Pooling gradients, and 3-d maxima; tfjs' lose windows without a positive value and miscount at borders. */
export const poolingKernels = [
  kernel<Inputs<'dy' | 'input'>, MaxPoolAttrs>('MaxPoolGrad', ({ dy, input }, attrs, heap) =>
    maxGradient(heap, windowOf2d(input.shape, attrs), dy, input),
  ),
  kernel<Inputs<'dy' | 'input'>, MaxPoolAttrs>('AvgPoolGrad', ({ dy, input }, attrs, heap) =>
    averageGradient(heap, windowOf2d(input.shape, attrs), dy, input),
  ),
  kernel<Inputs<'x'>, MaxPool3DAttrs>('MaxPool3D', ({ x }, attrs, heap) => {
    const info = infoOf3d(x.shape, attrs)
    const out = heap.make(info.outShape)
    const [y, xs] = [heap.floats(out).fill(Number.NEGATIVE_INFINITY), heap.floats(x)]
    forEachMaximum(window3d(info), xs, (output, from) => {
      let o = output * info.inChannels
      for (const s of from) y[o++] = xs[s] as number
    })
    return out
  }),
  kernel<Inputs<'dy' | 'input'>, MaxPool3DAttrs>('MaxPool3DGrad', ({ dy, input }, attrs, heap) =>
    maxGradient(heap, window3d(infoOf3d(input.shape, attrs)), dy, input),
  ),
  kernel<Inputs<'dy' | 'input'>, MaxPool3DAttrs>('AvgPool3DGrad', ({ dy, input }, attrs, heap) =>
    averageGradient(heap, window3d(infoOf3d(input.shape, attrs)), dy, input),
  ),
]
