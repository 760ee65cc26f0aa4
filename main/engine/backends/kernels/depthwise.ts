import {
  backend_util,
  type DepthwiseConv2dNativeBackpropFilterAttrs,
  type DepthwiseConv2dNativeBackpropInputAttrs,
} from '@tensorflow/tfjs-core'
import { forward } from './conv2d.ts'
import { type Inputs, kernel } from './kernel.ts'
import { forEachTap, window2d } from './window.ts'

type Shape4 = [number, number, number, number]

interface Attrs {
  readonly strides: [number, number] | number
  readonly dilations: [number, number] | number | null
  readonly pad: DepthwiseConv2dNativeBackpropInputAttrs['pad']
  readonly dimRoundingMode?: DepthwiseConv2dNativeBackpropInputAttrs['dimRoundingMode']
}

const windowOf = (x: readonly number[], filter: readonly number[], a: Attrs) =>
  window2d(
    backend_util.computeConv2DInfo(
      x as Shape4,
      filter as Shape4,
      a.strides,
      a.dilations ?? 1,
      a.pad,
      a.dimRoundingMode,
      true,
    ),
  )

type InputAttrs = DepthwiseConv2dNativeBackpropInputAttrs
type FilterAttrs = DepthwiseConv2dNativeBackpropFilterAttrs

const inputKernel = kernel<Inputs<'dy' | 'filter'>, InputAttrs>(
  'DepthwiseConv2dNativeBackpropInput',
  ({ dy, filter }, attrs, heap) => {
    const w = windowOf(attrs.inputShape, filter.shape, attrs)
    const out = heap.zeros(attrs.inputShape)
    const [dx, g, f] = [heap.floats(out), heap.floats(dy), heap.floats(filter)]
    const { channels, outChannels } = w
    const multiplier = outChannels / channels
    forEachTap(w, (output, input, tap) => {
      let o = output * outChannels
      let t = tap * outChannels
      for (let d = input * channels; d < (input + 1) * channels; d++) {
        for (let q = 0; q < multiplier; q++)
          dx[d] = (dx[d] as number) + (g[o++] as number) * (f[t++] as number)
      }
    })
    return out
  },
)

const filterKernel = kernel<Inputs<'x' | 'dy'>, FilterAttrs>(
  'DepthwiseConv2dNativeBackpropFilter',
  ({ x, dy }, attrs, heap) => {
    const w = windowOf(x.shape, attrs.filterShape, attrs)
    const out = heap.zeros(attrs.filterShape)
    const [df, g, xs] = [heap.floats(out), heap.floats(dy), heap.floats(x)]
    const { channels, outChannels } = w
    const multiplier = outChannels / channels
    forEachTap(w, (output, input, tap) => {
      let o = output * outChannels
      let t = tap * outChannels
      for (let s = input * channels; s < (input + 1) * channels; s++) {
        for (let q = 0; q < multiplier; q++, t++)
          df[t] = (df[t] as number) + (g[o++] as number) * (xs[s] as number)
      }
    })
    return out
  },
)

/** Depthwise convolutions: tfjs' forward made safe, and both gradients, which it lacks. */
export const depthwiseKernels = [
  forward('DepthwiseConv2dNative', true),
  forward('FusedDepthwiseConv2D', true),
  inputKernel,
  filterKernel,
]
