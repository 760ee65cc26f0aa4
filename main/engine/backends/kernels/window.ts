import type { backend_util } from '@tensorflow/tfjs-core'

/** A length for depth, height and width. */
export type Lengths = readonly [depth: number, height: number, width: number]

/** How a window slides over [batch, depth, height, width, channels]; two dimensions have a depth of 1. */
export interface Window {
  readonly batch: number
  readonly channels: number
  /** Channels of the output: of a convolution its filters, of a depthwise one channels × multiplier. */
  readonly outChannels: number
  readonly input: Lengths
  readonly output: Lengths
  readonly size: Lengths
  readonly stride: Lengths
  readonly dilation: Lengths
  /** Padding before the first element of each axis. */
  readonly pad: Lengths
}

/** The window of a 2-d convolution or pooling. */
export const window2d = (info: backend_util.Conv2DInfo): Window => {
  if (info.dataFormat !== 'channelsLast') {
    throw new Error(`Windows need the channels last, found ${info.dataFormat}.`)
  }
  return {
    batch: info.batchSize,
    channels: info.inChannels,
    outChannels: info.outChannels,
    input: [1, info.inHeight, info.inWidth],
    output: [1, info.outHeight, info.outWidth],
    size: [1, info.filterHeight, info.filterWidth],
    stride: [1, info.strideHeight, info.strideWidth],
    dilation: [1, info.dilationHeight, info.dilationWidth],
    pad: [0, info.padInfo.top, info.padInfo.left],
  }
}

/** The window of a 3-d convolution or pooling. */
export const window3d = (info: backend_util.Conv3DInfo): Window => {
  if (info.dataFormat !== 'channelsLast') {
    throw new Error(`Windows need the channels last, found ${info.dataFormat}.`)
  }
  return {
    batch: info.batchSize,
    channels: info.inChannels,
    outChannels: info.outChannels,
    input: [info.inDepth, info.inHeight, info.inWidth],
    output: [info.outDepth, info.outHeight, info.outWidth],
    size: [info.filterDepth, info.filterHeight, info.filterWidth],
    stride: [info.strideDepth, info.strideHeight, info.strideWidth],
    dilation: [info.dilationDepth, info.dilationHeight, info.dilationWidth],
    pad: [info.padInfo.front, info.padInfo.top, info.padInfo.left],
  }
}

/** The product of three lengths. */
export const volume = ([depth, height, width]: Lengths): number => depth * height * width

/** The taps [from, to) of a window starting at `start` that lie inside an axis of `length`. */
export const tapsInside = (
  start: number,
  taps: number,
  dilation: number,
  length: number,
): [number, number] => [
  start >= 0 ? 0 : Math.min(taps, Math.ceil(-start / dilation)),
  Math.max(0, Math.min(taps, Math.ceil((length - start) / dilation))),
]

/**
 * Calls `visit(output, input, tap)` for every tap of every window that lies inside the input: the indices of
 * the pixel of the output, the pixel of the input and the tap, none multiplied by channels.
 */
export const forEachTap = (w: Window, visit: (output: number, input: number, tap: number) => void): void => {
  const [depth, height, width] = w.input
  let out = 0
  for (let b = 0; b < w.batch; b++) {
    for (let oz = 0; oz < w.output[0]; oz++) {
      const z = oz * w.stride[0] - w.pad[0]
      const [k0, k1] = tapsInside(z, w.size[0], w.dilation[0], depth)
      for (let oy = 0; oy < w.output[1]; oy++) {
        const y = oy * w.stride[1] - w.pad[1]
        const [i0, i1] = tapsInside(y, w.size[1], w.dilation[1], height)
        for (let ox = 0; ox < w.output[2]; ox++, out++) {
          const x = ox * w.stride[2] - w.pad[2]
          const [j0, j1] = tapsInside(x, w.size[2], w.dilation[2], width)
          for (let k = k0; k < k1; k++) {
            const plane = b * depth + z + k * w.dilation[0]
            for (let i = i0; i < i1; i++) {
              const row = (plane * height + y + i * w.dilation[1]) * width + x
              const tap = (k * w.size[1] + i) * w.size[2]
              for (let j = j0; j < j1; j++) visit(out, row + j * w.dilation[2], tap + j)
            }
          }
        }
      }
    }
  }
}
