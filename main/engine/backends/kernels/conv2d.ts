import {
  backend_util,
  type Conv2DAttrs,
  type Conv2DBackpropFilterAttrs,
  type Conv2DBackpropInputAttrs,
  type Conv2DInputs,
  type FusedConv2DInputs,
  type TensorInfo,
  util,
} from '@tensorflow/tfjs-core'
import { filterGradient, inputGradient } from './convolution.ts'
import type { Heap } from './heap.ts'
import { type Inputs, kernel, type Kernel, runKernel } from './kernel.ts'
import { multiply } from './matmul.ts'
import { transposeMatrix } from './transpose.ts'
import { volume, window2d, type Window } from './window.ts'

type Shape4 = [number, number, number, number]
type Padding = Readonly<Record<'top' | 'bottom' | 'left' | 'right', number>>

/** tfjs returns zeros for 'same' when the window is smaller than the stride: pass the padding as numbers. */
const explicitPadding = ({ top, bottom, left, right }: Padding) => ({
  pad: [
    [0, 0],
    [top, bottom],
    [left, right],
    [0, 0],
  ],
  dimRoundingMode: undefined,
})

/** What all 2-d convolutions are told; a depthwise one gets no dataFormat, a gradient no dilations. */
interface WindowAttrs {
  readonly strides: [number, number] | number
  readonly dilations?: [number, number] | number | null
  readonly pad: Conv2DAttrs['pad']
  readonly dimRoundingMode?: Conv2DAttrs['dimRoundingMode']
  readonly dataFormat?: Conv2DAttrs['dataFormat']
}

/** A stock forward convolution with its filter and bias under names of their own, and safe padding. */
export const forward = (name: string, depthwise: boolean): Kernel =>
  kernel<FusedConv2DInputs, WindowAttrs>(name, (inputs, attrs, heap, stock) => {
    const { strides, pad, dimRoundingMode, dataFormat = 'NHWC' } = attrs
    // tfjs' DepthwiseConv2D layer says null.
    const dilations = attrs.dilations ?? 1
    const info = backend_util.computeConv2DInfo(
      inputs.x.shape as Shape4,
      inputs.filter.shape as Shape4,
      strides,
      dilations,
      pad,
      dimRoundingMode,
      depthwise,
      backend_util.convertConv2DDataFormat(dataFormat),
    )
    const isSmall =
      info.effectiveFilterHeight < info.strideHeight || info.effectiveFilterWidth < info.strideWidth
    const whole = { ...attrs, dilations, dataFormat }
    const safe = pad === 'same' && isSmall ? { ...whole, ...explicitPadding(info.padInfo) } : whole
    return withFreshWeights(heap, inputs, (fresh) => stock(fresh, safe))
  })

const withFreshWeights = (heap: Heap, inputs: FusedConv2DInputs, run: (inputs: Conv2DInputs) => TensorInfo) =>
  heap.withFreshId(inputs.filter, (filter) =>
    inputs.bias
      ? heap.withFreshId(inputs.bias, (bias) => run({ ...inputs, filter, bias } as Conv2DInputs))
      : run({ ...inputs, filter }),
  )

const windowOf = (x: readonly number[], filter: readonly number[], attrs: WindowAttrs): Window =>
  window2d(
    backend_util.computeConv2DInfo(
      x as Shape4,
      filter as Shape4,
      attrs.strides,
      attrs.dilations ?? 1,
      attrs.pad,
      attrs.dimRoundingMode,
      false,
      backend_util.convertConv2DDataFormat(attrs.dataFormat ?? 'NHWC'),
    ),
  )

/** Whether the convolution is a matrix product over the channels: one tap, every pixel, no padding. */
const isPointwise = (w: Window) =>
  volume(w.size) === 1 && volume(w.stride) === 1 && volume(w.input) === volume(w.output)

const filterKernel = kernel<Inputs<'x' | 'dy'>, Conv2DBackpropFilterAttrs>(
  'Conv2DBackpropFilter',
  ({ x, dy }, attrs, heap) => {
    const w = windowOf(x.shape, attrs.filterShape, attrs)
    if (!isPointwise(w)) return filterGradient(heap, w, x, dy, [...attrs.filterShape])
    const rows = w.batch * volume(w.output)
    const [a, b] = [heap.as(x, [rows, w.channels]), heap.as(dy, [rows, w.outChannels])]
    const product = multiply(heap, a, b, { transposeA: true, transposeB: false })
    return { ...product, shape: [...attrs.filterShape] }
  },
)

/** The filter turned by 180° with its two kinds of channels exchanged: [kh, kw, filters, channels]. */
const turned = (heap: Heap, filter: TensorInfo): TensorInfo => {
  const [height, width, channels, filters] = filter.shape as Shape4
  const out = heap.make([height, width, filters, channels])
  const [src, dst] = [heap.floats(filter), heap.floats(out)]
  const size = channels * filters
  const last = height * width - 1
  for (let tap = 0; tap <= last; tap++) {
    transposeMatrix(src, tap * size, dst, (last - tap) * size, channels, filters)
  }
  return out
}

/** Padding of dy so that convolving it with the turned filter gives dx, or undefined when that can't be. */
const turnedPadding = (w: Window): Padding | undefined => {
  if (volume(w.stride) !== 1 || volume(w.dilation) !== 1) return undefined
  const [top, left] = [w.size[1] - 1 - w.pad[1], w.size[2] - 1 - w.pad[2]]
  const bottom = w.input[1] - w.output[1] - top + w.size[1] - 1
  const right = w.input[2] - w.output[2] - left + w.size[2] - 1
  return Math.min(top, bottom, left, right) < 0 ? undefined : { top, bottom, left, right }
}

const inputKernel = kernel<Inputs<'dy' | 'filter'>, Conv2DBackpropInputAttrs>(
  'Conv2DBackpropInput',
  ({ dy, filter }, attrs, heap) => {
    const w = windowOf(attrs.inputShape, filter.shape, attrs)
    const shape = [...attrs.inputShape]
    if (isPointwise(w)) {
      const a = heap.as(dy, [w.batch * volume(w.output), w.outChannels])
      const b = heap.as(filter, [w.channels, w.outChannels])
      return { ...multiply(heap, a, b, { transposeA: false, transposeB: true }), shape }
    }
    const padding = turnedPadding(w)
    if (!padding || util.sizeFromShape(dy.shape) === 0) return inputGradient(heap, w, dy, filter, shape)
    const weights = turned(heap, filter)
    const dx = runKernel(
      heap,
      'Conv2D',
      { x: dy, filter: weights },
      { strides: 1, ...explicitPadding(padding) },
    )
    heap.free(weights)
    return dx
  },
)

/** 2-d convolutions: tfjs' forward made safe, and the gradients it lacks or has slow. */
export const conv2dKernels = [
  forward('Conv2D', false),
  forward('FusedConv2D', false),
  filterKernel,
  inputKernel,
]
