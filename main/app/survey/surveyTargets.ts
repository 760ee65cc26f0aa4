import { compareCells, countCells } from '../../../shared/prep/cells.ts'
import type { Encoding } from '../../../shared/prep/encoding.ts'
import { type PartName, partNames } from '../../../shared/run.ts'
import type { ClassBalance, Correlation, SurveyColumn } from '../../../shared/survey.ts'
import type { Column, ColumnType } from '../../../shared/table.ts'
import { type CodedValues, codesOf, numbersOf } from './columnValues.ts'
import { correlationRatio, cramersV, pearson } from './correlate.ts'

/** What an output is to predict, on the training rows. */
export interface SurveyTarget extends SurveyColumn {
  readonly node: string
  /** Numbers to correlate with; of a binary target 1 where it is the positive value. Null for more classes. */
  readonly numbers: Float64Array | null
  /** Null for a target of numbers. */
  readonly classes: CodedValues | null
}

/** Reads a target's training rows; null for one that is neither numbers nor classes. */
export const surveyTarget = (
  node: string,
  place: SurveyColumn,
  encoding: Encoding,
  column: Column,
  train: Uint32Array,
): SurveyTarget | null => {
  if (encoding.kind === 'number') return { ...place, node, numbers: numbersOf(column, train), classes: null }
  if (encoding.kind !== 'binary' && encoding.kind !== 'classes') return null
  const classes = codesOf(column, train)
  if (!classes) return null
  if (encoding.kind === 'classes') return { ...place, node, numbers: null, classes }
  const last = classes.values.toSorted(compareCells).at(-1)
  const positive = classes.values.indexOf(encoding.positive ?? last ?? '')
  const numbers = Float64Array.from(classes.codes, (code) =>
    code < 0 ? Number.NaN : code === positive ? 1 : 0,
  )
  return { ...place, node, numbers, classes }
}

/**
 * How a column goes with a target: r between numbers, η between numbers and classes, V between classes. Where a value has
 * fewer than twenty rows on average, too much goes together by chance: nothing is said then.
 */
export const correlateWith = (
  place: SurveyColumn,
  column: Column,
  type: ColumnType | undefined,
  train: Uint32Array,
  targets: readonly SurveyTarget[],
): Correlation[] => {
  const isNumber = column.kind === 'number' && type !== 'category'
  const numbers = isNumber ? numbersOf(column, train) : null
  const coded = isNumber ? null : codesOf(column, train, Math.max(10, train.length / 20))
  if (!numbers && !coded) return []
  return targets.flatMap((target): Correlation[] => {
    const found = (measure: Correlation['measure'], value: number | null) =>
      value === null ? [] : [{ ...place, node: target.node, measure, value }]
    if (numbers)
      return target.numbers
        ? found('pearson', pearson(numbers, target.numbers))
        : target.classes
          ? found('eta', correlationRatio(target.classes, numbers))
          : []
    if (!coded) return []
    if (target.classes) return found('cramersV', cramersV(coded, target.classes))
    return target.numbers ? found('eta', correlationRatio(coded, target.numbers)) : []
  })
}

/** Counts the classes of a target in each part, in the order in which classes are numbered. */
export const balanceOf = (
  node: string,
  place: SurveyColumn,
  column: Column,
  parts: Readonly<Record<PartName, Uint32Array>>,
): ClassBalance => {
  const counts = partNames.map((part) => countCells(column, parts[part]))
  const values = [...new Set(counts.flatMap((one) => [...one.keys()]))].sort(compareCells)
  const [train, validation, test] = counts
  const classes = values.map((value) => ({
    value,
    train: train?.get(value) ?? 0,
    validation: validation?.get(value) ?? 0,
    test: test?.get(value) ?? 0,
  }))
  return { ...place, node, classes }
}
