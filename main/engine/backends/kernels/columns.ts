import { tapsInside, volume, type Window } from './window.ts'

/** Numbers in one chunk of columns: under 1 MB, so that what follows finds them in the cache. */
const CHUNK = 2e5

/** How many images' columns fit in one chunk. */
export const imagesPerChunk = (w: Window): number => {
  const perImage = volume(w.size) * w.channels * volume(w.output)
  return Math.max(1, Math.min(w.batch, Math.floor(CHUNK / perImage)))
}

/** Where a row of taps, contiguous in the columns, meets a row of the input. */
interface RowOfTaps {
  /** Index in the columns of the row's first number. */
  readonly column: number
  /** Index in the input of the number under the first tap, if that tap is inside. */
  readonly input: number
  /** Taps [from, to) that are inside the input; none when equal. */
  readonly from: number
  readonly to: number
}

/** Visits the windows of images `first` to `end` row of taps by row of taps, in the order of the columns. */
const forEachRow = (w: Window, first: number, end: number, visit: (row: RowOfTaps) => void): void => {
  const [depth, height, width] = w.input
  const length = w.size[2] * w.channels
  const row = { column: 0, input: 0, from: 0, to: 0 }
  for (let b = first; b < end; b++) {
    for (let oz = 0; oz < w.output[0]; oz++) {
      for (let oy = 0; oy < w.output[1]; oy++) {
        for (let ox = 0; ox < w.output[2]; ox++) {
          const x = ox * w.stride[2] - w.pad[2]
          const [from, to] = tapsInside(x, w.size[2], w.dilation[2], width)
          for (let k = 0; k < w.size[0]; k++) {
            const z = oz * w.stride[0] - w.pad[0] + k * w.dilation[0]
            for (let i = 0; i < w.size[1]; i++, row.column += length) {
              const y = oy * w.stride[1] - w.pad[1] + i * w.dilation[1]
              const inside = z >= 0 && z < depth && y >= 0 && y < height && from < to
              row.from = inside ? from : 0
              row.to = inside ? to : 0
              row.input = (((b * depth + z) * height + y) * width + x) * w.channels
              visit(row)
            }
          }
        }
      }
    }
  }
}

/**
 * Lays out what every window sees: [images · outputs, taps · channels], zero outside the input. `input` is
 * the whole batch, `columns` receives images `first` to `end`.
 */
export const toColumns = (
  w: Window,
  input: Float32Array,
  first: number,
  end: number,
  columns: Float32Array,
) => {
  const { channels } = w
  const step = w.dilation[2] * channels
  const length = w.size[2] * channels
  forEachRow(w, first, end, (row) => {
    const start = row.column + row.from * channels
    const stop = row.column + row.to * channels
    for (let d = row.column; d < start; d++) columns[d] = 0
    for (let d = stop; d < row.column + length; d++) columns[d] = 0
    if (step === channels) {
      const shift = row.input - row.column
      for (let d = start; d < stop; d++) columns[d] = input[d + shift] as number
      return
    }
    let d = start
    for (let tap = row.from; tap < row.to; tap++) {
      const s = row.input + tap * step
      for (let c = 0; c < channels; c++) columns[d++] = input[s + c] as number
    }
  })
}

/** The transpose of `toColumns`: adds every number of the columns to the input it came from. */
export const addColumns = (
  w: Window,
  columns: Float32Array,
  first: number,
  end: number,
  input: Float32Array,
) => {
  const { channels } = w
  const step = w.dilation[2] * channels
  forEachRow(w, first, end, (row) => {
    let s = row.column + row.from * channels
    for (let tap = row.from; tap < row.to; tap++) {
      const d = row.input + tap * step
      for (let c = 0; c < channels; c++) input[d + c] = (input[d + c] as number) + (columns[s++] as number)
    }
  })
}
