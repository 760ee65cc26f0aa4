import {
  backend_util,
  type Conv3DAttrs,
  type Conv3DBackpropFilterV2Attrs,
  type Conv3DBackpropInputV2Attrs,
} from '@tensorflow/tfjs-core'
import { convolve, filterGradient, inputGradient } from './convolution.ts'
import { type Inputs, kernel } from './kernel.ts'
import { window3d } from './window.ts'

type Shape5 = [number, number, number, number, number]
interface Attrs {
  readonly strides: [number, number, number] | number
  readonly dilations?: [number, number, number] | number
  readonly pad: Conv3DAttrs['pad']
}

const infoOf = (x: readonly number[], filter: readonly number[], { strides, dilations, pad }: Attrs) =>
  backend_util.computeConv3DInfo(x as Shape5, filter as Shape5, strides, dilations ?? 1, pad)

/** 3-d convolutions as columns times filter; both of tfjs' own gradients have wrong bounds. */
export const conv3dKernels = [
  kernel<Inputs<'x' | 'filter'>, Conv3DAttrs>('Conv3D', ({ x, filter }, attrs, heap) => {
    const info = infoOf(x.shape, filter.shape, attrs)
    return convolve(heap, window3d(info), x, filter, info.outShape)
  }),
  kernel<Inputs<'x' | 'dy'>, Conv3DBackpropFilterV2Attrs>(
    'Conv3DBackpropFilterV2',
    ({ x, dy }, attrs, heap) => {
      const w = window3d(infoOf(x.shape, attrs.filterShape, attrs))
      return filterGradient(heap, w, x, dy, [...attrs.filterShape])
    },
  ),
  kernel<Inputs<'dy' | 'filter'>, Conv3DBackpropInputV2Attrs>(
    'Conv3DBackpropInputV2',
    ({ dy, filter }, attrs, heap) => {
      const w = window3d(infoOf(attrs.inputShape, filter.shape, attrs))
      return inputGradient(heap, w, dy, filter, [...attrs.inputShape])
    },
  ),
]
