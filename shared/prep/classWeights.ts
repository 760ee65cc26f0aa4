import type { ClassWeights } from '../project.ts'
import type { Column } from '../table.ts'
import { countCells } from './cells.ts'
import type { Fitted } from './fitted.ts'

/** The classes of a fitted target, in the order in which it numbers them; null for a target without classes. */
export const classesOf = (fitted: Fitted): readonly string[] | null => {
  if (fitted.kind === 'binary') return [fitted.negative, fitted.positive]
  return fitted.kind === 'classes' ? fitted.categories : null
}

/**
 * How much a training row of each class counts, in the order of the classes; null when there are none. Balanced is
 * n / (k · n of the class) over the training rows, k being the classes that have any, as in scikit-learn; a class
 * without training rows, or without a number, counts 1.
 */
export const fitClassWeights = (
  asked: ClassWeights | undefined,
  fitted: Fitted,
  column: Column,
  trainRows: Uint32Array,
): readonly number[] | null => {
  const classes = classesOf(fitted)
  if (asked === undefined || !classes) return null
  if (asked !== 'balanced')
    return classes.map((name) => (Object.hasOwn(asked, name) ? (asked[name] ?? 1) : 1))
  const counts = countCells(column, trainRows)
  const sizes = classes.map((name) => counts.get(name) ?? 0)
  const rows = sizes.reduce((sum, size) => sum + size, 0)
  const present = sizes.filter((size) => size > 0).length
  return sizes.map((size) => (size > 0 ? rows / (present * size) : 1))
}
