import type { Problem } from '../problems.ts'
import type { Padding } from './choices.ts'
import type { Inferred, InputsByPort, Shape, TensorSpec } from './define.ts'

/** The tensor at a port that takes one edge. Only for ports that are known to be connected. */
export const tensorAt = (inputs: InputsByPort, port = 'input'): TensorSpec => {
  const spec = inputs[port]?.[0]
  if (!spec) throw new Error(`Port ${port} is not connected.`)
  return spec
}

/** Product of the axes; null when one of them is unknown. The product of no axes is 1. */
export const sizeOf = (shape: Shape): number | null =>
  shape.reduce<number | null>((size, axis) => (size === null || axis === null ? null : size * axis), 1)

/** Product of the known axes: an unknown one counts as 1. */
export const knownSize = (shape: Shape): number => shape.reduce<number>((size, axis) => size * (axis ?? 1), 1)

/** A shape for a sentence: `[28, 28, 1]`, with `?` for an unknown axis. */
export const shapeText = (shape: Shape): string => `[${shape.map((axis) => axis ?? '?').join(', ')}]`

/** Length of an axis after a convolution or pooling window; null stays null; below 1 means the window does not fit. */
const windowLength = (
  size: number | null,
  window: number,
  stride: number,
  padding: Padding,
): number | null =>
  size === null ? null : Math.ceil((padding === 'same' ? size : Math.max(0, size - window + 1)) / stride)

/** The problem of a tensor that has not exactly this many axes (without the batch). */
export const rankProblem = ({ shape }: TensorSpec, needed: number): Problem | null =>
  shape.length === needed
    ? null
    : { code: 'rankMismatch', values: { needed, found: shape.length, shape: shapeText(shape) } }

/** The problem of a tensor whose numbers are not float32. */
export const floatProblem = ({ dtype }: TensorSpec): Problem | null =>
  dtype === 'float32' ? null : { code: 'dtypeMismatch', values: { needed: 'float32', found: dtype } }

/** The problem of an axis that weights depend on and whose size is unknown; axes count from 1 in its sentence. */
export const unknownAxisProblem = ({ shape }: TensorSpec, axis = shape.length - 1): Problem | null =>
  shape[axis] === null ? { code: 'axisUnknown', values: { axis: axis + 1, shape: shapeText(shape) } } : null

/** The problem of a tensor with several axes of unknown size, which can't be told apart once they are merged. */
export const openAxesProblem = (spec: TensorSpec): Problem | null => {
  const open = spec.shape.indexOf(null)
  return open === spec.shape.lastIndexOf(null) ? null : unknownAxisProblem(spec, open)
}

/** Height and width of [height, width, channels] after a window, or the problem of a window that does not fit. */
export const windowed = (
  { shape }: TensorSpec,
  window: readonly number[],
  strides: readonly number[],
  padding: Padding,
): { readonly sizes: Shape } | { readonly problem: Problem } => {
  const sizes = window.map((length, axis) =>
    windowLength(shape[axis] ?? null, length, strides[axis] ?? 1, padding),
  )
  const bad = sizes.findIndex((size) => size !== null && size < 1)
  if (bad < 0) return { sizes }
  return {
    problem: {
      code: 'windowTooLarge',
      values: { window: window[bad] ?? 0, size: shape[bad] ?? 0, axis: bad + 1 },
    },
  }
}

/** Where an axis counted as in Keras (1 is the first of a row, −1 the last) stands in a shape, or the problem of one that it has not. */
export const axisAt = (
  { shape }: TensorSpec,
  axis: number,
): { readonly index: number } | { readonly problem: Problem } => {
  const index = axis < 0 ? axis + shape.length : axis - 1
  return axis !== 0 && index >= 0 && index < shape.length
    ? { index }
    : { problem: { code: 'axisOutOfRange', values: { axis, min: 1, max: shape.length } } }
}

/** The same for a list of axes, of which there is at least one and none twice; in the order of the shape, as Keras sorts them. */
export const axesAt = (
  spec: TensorSpec,
  axes: readonly number[],
): { readonly indices: readonly number[] } | { readonly problem: Problem } => {
  const indices: number[] = []
  for (const axis of axes) {
    const found = axisAt(spec, axis)
    if ('problem' in found) return found
    indices.push(found.index)
  }
  if (indices.length === 0) return { problem: { code: 'valueMissing', values: { param: 'axis' } } }
  return new Set(indices).size === indices.length
    ? { indices: indices.toSorted((first, second) => first - second) }
    : { problem: { code: 'valueInvalid', values: { param: 'axis', found: `[${axes.join(', ')}]` } } }
}

/** The first problem of a list of checks. */
export const firstProblem = (...checks: readonly (Problem | null)[]): Problem | null =>
  checks.find((check) => check !== null) ?? null

/**
 * Shape of an element-wise operation, axes aligned from the right, 1 stretching to any size, as in Keras' merge layers;
 * null when the shapes don't fit.
 */
const broadcast = (first: Shape, second: Shape): Shape | null => {
  const [long, short] = first.length < second.length ? [second, first] : [first, second]
  const offset = long.length - short.length
  const result: (number | null)[] = long.slice(0, offset)
  for (const [index, right] of short.entries()) {
    const left = long[offset + index] ?? null
    if (left === null || right === null) result.push(null)
    else if (left === 1) result.push(right)
    else if (right === 1 || left === right) result.push(left)
    else return null
  }
  return result
}

/** Output of a layer that keeps the shape of its numbers. */
export const inferSame = (inputs: InputsByPort): Inferred => {
  const spec = tensorAt(inputs)
  const problem = floatProblem(spec)
  return problem ? { problem } : { outputs: { output: spec } }
}

/** The tensors at a port that takes many edges, in the order of the edges. */
export const tensorsAt = (inputs: InputsByPort, port = 'input'): readonly TensorSpec[] => inputs[port] ?? []

/** The problem of tensors that are not all of one dtype. */
export const sameDtypeProblem = (specs: readonly TensorSpec[]): Problem | null => {
  const dtypes = [...new Set(specs.map(({ dtype }) => dtype))]
  return dtypes.length < 2 ? null : { code: 'dtypesDiffer', values: { dtypes: dtypes.join(', ') } }
}

/** Output of a layer that merges two or more tensors value by value. */
export const inferMerge = (inputs: InputsByPort): Inferred => {
  const specs = tensorsAt(inputs)
  const [first] = specs
  if (!first || specs.length < 2)
    return { problem: { code: 'tooFewInputs', values: { needed: 2, found: specs.length } } }
  const problem = sameDtypeProblem(specs)
  if (problem) return { problem }
  const shape = specs
    .slice(1)
    .reduce<Shape | null>((merged, spec) => merged && broadcast(merged, spec.shape), first.shape)
  return shape
    ? { outputs: { output: { shape, dtype: first.dtype } } }
    : {
        problem: {
          code: 'shapesDiffer',
          values: { shapes: specs.map((spec) => shapeText(spec.shape)).join(', ') },
        },
      }
}

/** Arithmetic of merging: one operation a value for each tensor after the first. */
export const mergeFlops = (inputs: InputsByPort): number => {
  const specs = tensorsAt(inputs)
  return Math.max(0, specs.length - 1) * Math.max(0, ...specs.map(({ shape }) => knownSize(shape)))
}

interface Attended {
  readonly query: TensorSpec
  readonly value: TensorSpec
  readonly key: TensorSpec
}

/**
 * What enters an attention at the ports query, value and key, the value being the key when none is connected; or the
 * problem of tensors that are no sequences of vectors or don't fit. `sameDepth` when queries and keys are multiplied as they are.
 */
export const attended = (
  inputs: InputsByPort,
  { sameDepth }: { readonly sameDepth: boolean },
): Attended | { readonly problem: Problem } => {
  const [query, value] = [tensorAt(inputs, 'query'), tensorAt(inputs, 'value')]
  const key = inputs['key']?.[0] ?? value
  const all = [query, value, key]
  const problem = firstProblem(
    ...all.flatMap((spec) => [floatProblem(spec), rankProblem(spec, 2)]),
    ...all.map((spec) => unknownAxisProblem(spec)),
  )
  if (problem) return { problem }
  const fits = value.shape[0] === key.shape[0] && (!sameDepth || query.shape[1] === key.shape[1])
  const shapes = all.map(({ shape }) => shapeText(shape)).join(', ')
  return fits ? { query, value, key } : { problem: { code: 'shapesDiffer', values: { shapes } } }
}
