import { findNode } from '../graph.ts'
import type { InputEncoding } from '../prep/encoding.ts'
import { ProblemError } from '../problems.ts'
import { type ColumnUse, isInput, type Project } from '../project.ts'
import type { ColumnProfile } from '../table.ts'
import { setInput } from './setValues.ts'

/** What the values of many columns of one input are, in the order of the columns. */
export type ColumnShape =
  | { readonly kind: 'image'; readonly height: number; readonly width: number; readonly channels: number }
  | { readonly kind: 'steps'; readonly steps: number; readonly values: number }

/** The sizes of a shape, as an input has them. */
export const sizesOf = (shape: ColumnShape): readonly number[] =>
  shape.kind === 'image' ? [shape.height, shape.width, shape.channels] : [shape.steps, shape.values]

/** Two whole factors of a number, as near to each other as can be; the smaller first. */
const factors = (count: number): readonly [number, number] => {
  let small = Math.floor(Math.sqrt(count))
  while (small > 1 && count % small !== 0) small--
  return [Math.max(1, small), count / Math.max(1, small)]
}

/** The likeliest image of so many columns: square, in colour when that alone is square. */
export const guessImage = (count: number): Extract<ColumnShape, { kind: 'image' }> => {
  const isSquare = (pixels: number) => Number.isInteger(Math.sqrt(pixels))
  const channels = !isSquare(count) && count % 3 === 0 && isSquare(count / 3) ? 3 : 1
  const [height, width] = factors(count / channels)
  return { kind: 'image', height, width, channels }
}

/** How a column of such a shape becomes numbers: pixels in their fixed range, steps as they were or standardised. */
const encodingFor = (
  kind: ColumnShape['kind'],
  profile: ColumnProfile | undefined,
  before: InputEncoding | undefined,
): InputEncoding => {
  if (kind === 'steps')
    return before?.kind === 'number' && before.missing !== 'flag'
      ? before
      : { kind: 'number', scale: 'standard', missing: 'median' }
  const missing = { missing: 'constant', constant: 0 } as const
  return profile?.summary && profile.summary.max <= 1
    ? { kind: 'number', scale: 'none', ...missing }
    : { kind: 'number', scale: 'range', from: 0, to: 255, ...missing }
}

/** A column to be shaped, with what is known of it. */
export interface ShapedColumn extends Pick<ColumnUse, 'column' | 'source'> {
  readonly profile: ColumnProfile | undefined
  readonly encoding?: InputEncoding
}

/**
 * Fills an input with these columns as one image or as steps of time: the first columns are the first row of pixels, or
 * the first step. Throws `columnNotNumeric` for a column of text and `widthMismatch` when the sizes don't make them up.
 */
export const shapeColumns = (
  project: Project,
  nodeId: string,
  columns: readonly ShapedColumn[],
  shape: ColumnShape,
): Project => {
  const node = findNode(project, nodeId)
  if (!node || !isInput(node)) return project
  const sizes = sizesOf(shape)
  const needed = sizes.reduce((product, size) => product * size, 1)
  if (needed !== columns.length) throw new ProblemError('widthMismatch', { needed, found: columns.length })
  const text = columns.find(({ profile }) => profile && !profile.summary && profile.type !== 'number')
  if (text) throw new ProblemError('columnNotNumeric', { column: text.column })
  return setInput(project, nodeId, {
    columns: columns.map(({ profile, encoding, ...ref }) => ({
      ...ref,
      encoding: encodingFor(shape.kind, profile, encoding),
    })),
    shape: [...sizes],
    dtype: 'float32',
    window: undefined,
  })
}
