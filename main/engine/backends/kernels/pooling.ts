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

const outputs = (w: Window) => w.batch * volume(w.output) * w.channels

/** Which number of the input is each output's maximum: the first of equals, -1 when no tap is inside. */
const maxima = (w: Window, x: Float32Array): Int32Array => {
  const best = new Float32Array(outputs(w)).fill(Number.NEGATIVE_INFINITY)
  const from = new Int32Array(best.length).fill(-1)
  const { channels } = w
  forEachTap(w, (output, input) => {
    let [o, s] = [output * channels, input * channels]
    for (let c = 0; c < channels; c++, o++, s++) {
      const value = x[s] as number
      if (value > (best[o] as number) || from[o] === -1) {
        best[o] = value
        from[o] = s
      }
    }
  })
  return from
}

const maxGradient = (heap: Heap, w: Window, dy: TensorInfo, input: TensorInfo) => {
  const out = heap.zeros(input.shape)
  const [dx, g] = [heap.floats(out), heap.floats(dy)]
  const from = maxima(w, heap.floats(input))
  for (let o = 0; o < from.length; o++) {
    const d = from[o] as number
    if (d >= 0) dx[d] = (dx[d] as number) + (g[o] as number)
  }
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
    let [o, d] = [output * channels, pixel * channels]
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
    const [y, xs] = [heap.floats(out), heap.floats(x)]
    maxima(window3d(info), xs).forEach((from, o) => {
      y[o] = from < 0 ? Number.NEGATIVE_INFINITY : (xs[from] as number)
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
