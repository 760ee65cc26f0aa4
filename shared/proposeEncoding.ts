import { dateOrder, parseDate } from './dates.ts'
import { compareCells } from './prep/cells.ts'
import type { InputEncoding, TargetEncoding } from './prep/encoding.ts'
import { type DatePart, datePart } from './prep/encodings/dateParts.ts'
import { largest } from './prep/largest.ts'
import { ProblemError } from './problems.ts'
import type { ColumnProfile } from './table.ts'

/** How a target may be asked for; when absent it follows from the column. */
export type TargetChoice = TargetEncoding['kind']

/** More classes than this are numbered instead of one-hot: the same loss with less memory. */
const onehotLimit = 50

/** Profiles cut values at this length. */
const cutLength = 200

/** Every value of a column in order (numbers by size), or undefined when the profile lists only some of them or cuts them short. */
const valuesOf = ({ type, top, distinct }: ColumnProfile): string[] | undefined => {
  if (top.length < distinct || top.length === 0) return undefined
  const values = top.map(({ value }) => value)
  if (values.some((value) => value.length >= cutLength)) return undefined
  const numeric = type === 'number' || values.every((value) => value !== '' && Number.isFinite(Number(value)))
  return numeric ? values.sort((a, b) => Number(a) - Number(b)) : values.sort()
}

/** Parts of a date that are worth an input, if they differ among its values. */
const usualParts = ['year', 'month', 'weekday', 'hour'] as const

/** Where the profile lists only some of the values, only hours can be told from them: days follow each other. */
const proposeDate = ({ top, distinct, dates }: ColumnProfile): InputEncoding => {
  const cells = top.map(({ value }) => value)
  const order = dates?.order ?? dateOrder(cells)
  const times = cells.map((cell) => parseDate(cell, order)).filter((time) => !Number.isNaN(time))
  const isWhole = top.length >= distinct
  const differs = (part: DatePart) => new Set(times.map((time) => datePart(part, time))).size > 1
  const varying = usualParts.filter((part) => (!isWhole && part !== 'hour') || differs(part))
  const parts = varying.length > 0 ? varying : ['year' as const, 'month' as const, 'weekday' as const]
  return { kind: 'date', parts: [...parts], missing: 'neutral' }
}

const proposeText: InputEncoding = {
  kind: 'text',
  as: 'sequence',
  vocabulary: 10_000,
  length: 50,
  pad: 'before',
  lower: true,
}

/** How an input column becomes numbers. Throws columnKindMismatch for sequences that have no numbers. */
export const proposeInput = (column: ColumnProfile): InputEncoding => {
  const { name, type, summary, sequence, missing } = column
  if (type === 'sequence' && sequence) {
    return { kind: 'sequence', separator: ' ', length: Math.max(1, sequence.length), pad: 'before' }
  }
  if (type === 'number' || ((type === 'id' || type === 'constant') && summary)) {
    return { kind: 'number', scale: 'standard', missing: 'median' }
  }
  if (type === 'date') return proposeDate(column)
  if (type === 'text') return proposeText
  if (type === 'sequence') {
    throw new ProblemError('columnKindMismatch', { column: name, type })
  }
  const categories = valuesOf(column)
  return {
    kind: 'category',
    // Without the list the width of a one-hot is unknown before training, so such a column takes its share instead.
    as: categories ? 'onehot' : 'frequency',
    ...(categories ? { categories } : {}),
    missing: missing > 0 && categories ? 'ownClass' : 'mostFrequent',
    unknown: false,
  }
}

const isZeroOne = (column: ColumnProfile) => valuesOf(column)?.join() === '0,1'

const inferChoice = (column: ColumnProfile): TargetChoice => {
  if (column.type === 'number') return isZeroOne(column) ? 'binary' : 'number'
  return column.distinct === 2 ? 'binary' : 'classes'
}

/** What stands between the labels of most cells. */
const separators = [',', ';', '|', '/', ' '] as const

/** Labels of one cell; they are listed when the profile lists every cell. */
const proposeLabels = (column: ColumnProfile): { encoding: TargetEncoding; units: number } => {
  if (column.distinct === 0) throw new ProblemError('noValues', { column: column.name })
  const cells = column.top.map(({ value }) => value)
  const uses = separators.map((mark) => cells.filter((cell) => cell.includes(mark)).length)
  const separator = separators[largest(uses)] ?? ','
  const split = (cell: string) => cell.split(separator).map((label) => label.trim())
  const listed = [...new Set(valuesOf(column)?.flatMap(split))]
    .filter((label) => label !== '')
    .sort(compareCells)
  return {
    encoding: {
      kind: 'labels',
      separator,
      missing: 'drop',
      ...(listed.length > 0 ? { categories: listed } : {}),
    },
    units: Math.max(1, listed.length),
  }
}

/**
 * How a target column becomes numbers, and how many values that needs. Throws columnNotNumeric, targetNotBinary,
 * noValues, targetConstant, or columnKindMismatch for sequences and for text with more values than rows can teach.
 */
export const proposeTarget = (
  column: ColumnProfile,
  choice: TargetChoice = inferChoice(column),
): { readonly encoding: TargetEncoding; readonly units: number } => {
  const { name, type, distinct, summary } = column
  if (
    type === 'sequence' ||
    (type === 'date' && choice !== 'number') ||
    (type === 'text' && distinct > 1000 && choice !== 'labels')
  ) {
    throw new ProblemError('columnKindMismatch', { column: name, type })
  }
  if (choice === 'labels') return proposeLabels(column)
  if (choice === 'number') {
    if (!summary && type !== 'number') throw new ProblemError('columnNotNumeric', { column: name })
    return { encoding: { kind: 'number', scale: 'standard', missing: 'drop' }, units: 1 }
  }
  if (distinct === 0) throw new ProblemError('noValues', { column: name })
  if (distinct === 1) throw new ProblemError('targetConstant', { column: name })
  if (choice === 'binary') {
    if (distinct !== 2) throw new ProblemError('targetNotBinary', { column: name, found: distinct })
    return { encoding: { kind: 'binary' }, units: 1 }
  }
  const categories = valuesOf(column)
  const as = distinct > onehotLimit ? 'index' : 'onehot'
  return {
    encoding: { kind: 'classes', as, ...(categories ? { categories } : {}) },
    units: Math.max(2, distinct),
  }
}
