import { findNode } from '../graph.ts'
import type { InputEncoding } from '../prep/encoding.ts'
import { encodedWidth, isWhole } from '../prep/width.ts'
import { type ColumnUse, type InputSpec, isInput, type Project } from '../project.ts'
import { setInput } from './setValues.ts'

/** A column of a data source; of the first source when none is named. */
export type ColumnRef = Pick<ColumnUse, 'column' | 'source'>

/** Whether both name the same column of the same source. */
export const isSameColumn = ({ data }: Project, one: ColumnRef, other: ColumnRef): boolean => {
  const first = data.sources[0]?.id
  return one.column === other.column && (one.source ?? first) === (other.source ?? first)
}

/** How many values a row of these columns has; null while one's categories are only known from the data. */
export const columnsWidth = (columns: readonly ColumnUse[]): number | null =>
  columns.reduce<number | null>((sum, { encoding }) => {
    const width = encodedWidth(encoding)
    return sum === null || width === null ? null : sum + width
  }, 0)

const sizeOf = (shape: InputSpec['shape']) =>
  shape.reduce<number | null>((size, axis) => (size === null || axis === null ? null : size * axis), 1)

/**
 * One flat axis as wide as the columns, behind an axis of steps where the input takes windows; a shape of that size
 * already, such as rows × columns, is kept.
 */
export const shapeFor = (
  columns: readonly ColumnUse[],
  { shape, window }: Pick<InputSpec, 'shape' | 'window'>,
): InputSpec['shape'] => {
  const width = columnsWidth(columns)
  if (!window) return width === null || width === 0 || width === sizeOf(shape) ? shape : [width]
  const { steps } = window
  const isKept = shape[0] === steps && shape.length > 1 && (width === null || sizeOf(shape) === steps * width)
  return isKept ? shape : [steps, width === null || width === 0 ? (shape.at(-1) ?? null) : width]
}

/** Whole numbers fit either type; anything else needs fractions. An input that was empty takes the type that suits. */
const dtypeFor = (columns: readonly ColumnUse[], before: InputSpec): InputSpec['dtype'] => {
  if (columns.length === 0) return before.dtype
  const whole = columns.every(({ encoding }) => isWhole(encoding))
  if (whole && before.columns.length === 0) return 'int32'
  return whole ? before.dtype : 'float32'
}

/** Makes an input's shape one that its columns fill, flat behind the steps of its window. */
export const fitShape = (project: Project, nodeId: string): Project => {
  const node = findNode(project, nodeId)
  if (!node || !isInput(node)) return project
  const { columns, window } = node.input
  const width = columnsWidth(columns)
  if (width === null) return project
  return setInput(project, nodeId, { shape: window ? [window.steps, width] : [width] })
}

const changeColumns = (
  project: Project,
  nodeId: string,
  change: (columns: readonly ColumnUse[]) => readonly ColumnUse[],
): Project => {
  const node = findNode(project, nodeId)
  if (!node || !isInput(node)) return project
  const { input } = node
  const columns = change(input.columns)
  if (columns === input.columns) return project
  return setInput(project, nodeId, {
    columns: [...columns],
    shape: shapeFor(columns, input),
    dtype: dtypeFor(columns, input),
  })
}

/** Gives an input node more columns, or columns it has another encoding; shape and dtype follow. */
export const addColumns = (project: Project, nodeId: string, uses: readonly ColumnUse[]): Project =>
  changeColumns(project, nodeId, (columns) => {
    if (uses.length === 0) return columns
    const key = ({ column, source }: ColumnRef) =>
      JSON.stringify([source ?? project.data.sources[0]?.id, column])
    const all = new Map(columns.map((use) => [key(use), use]))
    for (const use of uses) all.set(key(use), use)
    return [...all.values()]
  })

/** Takes a column away from an input node; the shape follows unless no column is left. */
export const removeColumn = (project: Project, nodeId: string, column: ColumnRef): Project =>
  changeColumns(project, nodeId, (columns) => {
    const left = columns.filter((use) => !isSameColumn(project, use, column))
    return left.length === columns.length ? columns : left
  })

/** Changes how a column of an input node becomes numbers; shape and dtype follow. Nothing when the node lacks it. */
export const setEncoding = (
  project: Project,
  nodeId: string,
  column: ColumnRef,
  encoding: InputEncoding,
): Project =>
  changeColumns(project, nodeId, (columns) => {
    const index = columns.findIndex((use) => isSameColumn(project, use, column))
    const use = columns[index]
    return use && use.encoding !== encoding ? columns.with(index, { ...use, encoding }) : columns
  })
