import { sizeOf } from '../layers/shapes.ts'
import { insertBefore } from './insertBefore.ts'
import type { RepairRule } from './repair.ts'

/** Shapes of this many axes that hold the same values: one channel more, a square picture, trailing axes joined. */
const shapesOf = (shape: readonly (number | null)[], axes: number): readonly (readonly number[])[] => {
  const size = sizeOf(shape)
  const known = shape.map((axis) => axis ?? -1)
  const found: number[][] = []
  const side = size === null ? 0 : Math.sqrt(size)
  if (shape.length === 1 && axes === 3 && Number.isInteger(side)) found.push([side, side, 1])
  if (shape.length < axes) found.push([...known, ...Array<number>(axes - shape.length).fill(1)])
  if (shape.length > axes && axes > 0) found.push([...known.slice(0, axes - 1), -1])
  return found.filter((one) => one.filter((axis) => axis === -1).length < 2)
}

/** A Reshape in between that gives a tensor as many axes as are needed. */
export const insertReshape: RepairRule = {
  codes: ['rankMismatch'],
  suggest: ({ analysis, id, incoming, problem }) => {
    const [edge] = incoming
    const shape = id !== null && edge && analysis.nodes[id]?.inputs[edge.in]?.[0]?.shape
    if (!edge || !shape) return []
    return shapesOf(shape, Number(problem.values?.['needed'])).map((targetShape) => ({
      code: 'insertReshape',
      values: { shape: `[${targetShape.map((axis) => (axis === -1 ? '−1' : axis)).join(', ')}]` },
      apply: (project) => insertBefore(project, [edge], 'reshape', { targetShape: [...targetShape] }),
    }))
  },
}
