import { type Tensor, tensor } from '@tensorflow/tfjs-core'
import { createEncoder } from '../../../shared/prep/encodeRows.ts'
import type { Encoded } from '../../../shared/prep/encodings/define.ts'
import type { Fitted } from '../../../shared/prep/fitted.ts'
import { fittedWidth } from '../../../shared/prep/fittedWidth.ts'
import { type Reach, reachedRows, reachLength } from '../../../shared/prep/windows/reach.ts'
import { ProblemError } from '../../../shared/problems.ts'
import type { Column } from '../../../shared/table.ts'

/** Columns that lie side by side in one tensor, with what their encodings learned. */
export interface FeedSpec {
  readonly name: string
  readonly columns: readonly { readonly column: Column; readonly fitted: Fitted }[]
  /** Without the batch axis; null is as long as the values ask for. */
  readonly shape: readonly (number | null)[]
  readonly dtype: 'float32' | 'int32'
  /** Values must be whole numbers from 0 to below this: they choose rows of an Embedding. */
  readonly idLimit: number | null
  /** The rows whose values each row takes, one after the other; itself when absent. */
  readonly reach?: Reach | undefined
}

/** Gives the tensor [rows, ...shape] of any rows of the table; the caller disposes it. */
export interface Feed {
  readonly shape: readonly number[]
  readonly values: (rows: Uint32Array) => Encoded
  readonly batch: (rows: Uint32Array) => Tensor
}

/** Encoded ahead when the whole fits into this many bytes, else batch by batch. */
const aheadLimit = 256 * 2 ** 20

/** The shape with an open axis filled in; throws `widthMismatch` when the columns' values don't fill it. */
const completeShape = ({ name, shape }: FeedSpec, width: number): number[] => {
  const known = shape.reduce<number>((size, axis) => size * (axis ?? 1), 1)
  const open = shape.filter((axis) => axis === null).length
  const rest = width / known
  if (open > 1 || !Number.isInteger(rest) || (open === 0 && rest !== 1))
    throw new ProblemError('widthMismatch', { needed: known, found: width, node: name })
  return shape.map((axis) => axis ?? rest)
}

const checkIds = (spec: FeedSpec, rows: Uint32Array, values: Encoded, width: number) => {
  const { idLimit } = spec
  if (idLimit === null) return
  const at = values.findIndex((value: number) => !(value >= 0 && value < idLimit && Number.isInteger(value)))
  if (at < 0) return
  let place = at % width
  const use = spec.columns.find(({ fitted }) => {
    place -= fittedWidth(fitted)
    return place < 0
  })
  throw new ProblemError('idOutOfRange', {
    column: use?.column.name ?? '',
    row: (rows[Math.floor(at / width)] ?? 0) + 1,
    found: values[at] ?? 0,
    max: idLimit - 1,
  })
}

const createEncode = (spec: FeedSpec, width: number) => {
  let offset = 0
  const encoders = spec.columns.map(({ column, fitted }) => {
    const start = offset
    offset += fittedWidth(fitted)
    return { start, encode: createEncoder(fitted, column) }
  })
  return (rows: Uint32Array): Encoded => {
    const size = rows.length * width
    const out = spec.dtype === 'int32' ? new Int32Array(size) : new Float32Array(size)
    for (const { start, encode } of encoders) encode(rows, out, start, width)
    checkIds(spec, rows, out, width)
    return out
  }
}

/** Rows of a matrix that was encoded ahead; row n of the table is row `places[n]` of it. */
const createGather =
  (ahead: Encoded, places: Uint32Array, width: number) =>
  (rows: Uint32Array): Encoded => {
    const out =
      ahead instanceof Int32Array
        ? new Int32Array(rows.length * width)
        : new Float32Array(rows.length * width)
    for (let index = 0; index < rows.length; index++) {
      const from = (places[rows[index] ?? 0] ?? 0) * width
      if (width < 32) for (let i = 0; i < width; i++) out[index * width + i] = ahead[from + i] ?? 0
      else out.set(ahead.subarray(from, from + width), index * width)
    }
    return out
  }

/** Checks every cell of `rows`, in chunks that hold little memory. */
const checkAll = (rows: Uint32Array, encode: (rows: Uint32Array) => Encoded) => {
  for (let start = 0; start < rows.length; start += 4096) encode(rows.subarray(start, start + 4096))
}

/** Each row once. */
const distinct = (rows: Uint32Array, tableRows: number): Uint32Array => {
  const isThere = new Uint8Array(tableRows)
  for (const row of rows) isThere[row] = 1
  return Uint32Array.from({ length: tableRows }, (_, row) => row).filter((row) => isThere[row] === 1)
}

/** A feed of these rows (the whole of `rows` is checked now, so a batch can't fail later). */
export const createFeed = (spec: FeedSpec, tableRows: number, rows: Uint32Array): Feed => {
  const { reach } = spec
  const width = spec.columns.reduce((sum, { fitted }) => sum + fittedWidth(fitted), 0)
  const shape = completeShape(spec, width * (reach ? reachLength(reach) : 1))
  const encode = createEncode(spec, width)
  // Windows overlap: each row is encoded once.
  const encoded = reach ? distinct(reachedRows(reach, rows), tableRows) : rows
  let rowValues = encode
  if (encoded.length * width * 4 <= aheadLimit) {
    const places = new Uint32Array(tableRows)
    for (const [place, row] of encoded.entries()) places[row] = place
    rowValues = createGather(encode(encoded), places, width)
  } else checkAll(encoded, encode)
  const values = reach ? (wanted: Uint32Array) => rowValues(reachedRows(reach, wanted)) : rowValues
  return {
    shape,
    values,
    batch: (wanted) => tensor(values(wanted), [wanted.length, ...shape], spec.dtype),
  }
}
