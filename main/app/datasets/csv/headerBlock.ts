import type { Dialect } from '../../../../shared/table.ts'
import { type CellReading, cellKind, usualKind } from './cellKind.ts'
import { usualWidth } from './delimiter.ts'
import { sniffHeader } from './header.ts'
import type { SampleRecord } from './sample.ts'
import { isUnit, isUnitLabel } from './units.ts'

/** What stands above a table's rows. */
export interface HeaderBlock {
  /** Rows that name the columns, 0 when none does. */
  readonly rows: number
  /** Whether a row of units follows them. */
  readonly units: boolean
  /** The columns' names. */
  readonly names: readonly string[]
}

/** Finds the rows above a table's own; what `asked` says is taken as given. */
export const sniffHeaderBlock = (
  records: readonly SampleRecord[],
  reading: CellReading,
  asked: Pick<Partial<Dialect>, 'header' | 'headerRows'>,
): HeaderBlock => {
  const rows = headerRows(records, reading, asked)
  return {
    rows,
    units: rows > 0 && isUnitRow(records.slice(rows), reading),
    names: joinedNames(records.slice(0, rows).map(({ cells }) => cells.map(reading.decode))),
  }
}

const headerRows = (
  records: readonly SampleRecord[],
  reading: CellReading,
  asked: Pick<Partial<Dialect>, 'header' | 'headerRows'>,
): number => {
  if (asked.header === false) return 0
  if (asked.header || asked.headerRows !== undefined) return asked.headerRows ?? 1
  if (isUnitRow(records.slice(1), reading)) return sniffHeader(records.toSpliced(1, 1), reading) ? 1 : 0
  const named = isUnitRow(records.slice(2), reading) ? records.toSpliced(2, 1) : records
  return isNamedTwice(named, reading) ? 2 : sniffHeader(records, reading) ? 1 : 0
}

const isBlank = (cell: string | undefined): boolean => (cell ?? '').trim() === ''

/** The columns in which the records below the first `from` are numbers or dates. */
const valueColumns = (records: readonly SampleRecord[], reading: CellReading): readonly number[] => {
  const width = records.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  return Array.from({ length: width }, (_, column) => column).filter((column) => {
    const kind = usualKind(records, column, reading)
    return kind === 'number' || kind === 'date'
  })
}

/**
 * Whether the first record holds units: one for most columns of numbers, and nothing else in any column. A single letter
 * is not enough.
 */
const isUnitRow = (records: readonly SampleRecord[], reading: CellReading): boolean => {
  const [first, ...below] = records
  if (!first || below.length === 0 || first.cells.length !== usualWidth(below).width) return false
  const textOf = (cell: string): string => (reading.missing.hasText(cell) ? '' : reading.decode(cell).trim())
  const isLabelled = isUnitLabel(textOf(first.cells[0] ?? ''))
  const texts: string[] = []
  for (const [column, cell] of first.cells.entries()) {
    const text = textOf(cell)
    if (text !== '' && !(column === 0 && isLabelled) && !isUnit(text)) return false
    texts.push(text)
  }
  const values = valueColumns(below, reading)
  const found = values.map((column) => texts[column] ?? '').filter(isUnit)
  const isTelling =
    found.length > 1 || isLabelled || (found[0]?.length ?? 0) > 1 || /[^a-z]/i.test(found[0] ?? '')
  return found.length > 0 && isTelling && found.length * 2 >= values.length
}

/**
 * Whether the first two records name the columns together: the second has text where numbers or dates stand below, and
 * in the first a name stands for several columns, as merged cells are written, or more than one column shows it.
 */
const isNamedTwice = (records: readonly SampleRecord[], reading: CellReading): boolean => {
  const [first, second, ...below] = records
  if (!first || !second || below.length < 2 || first.cells.length < 2) return false
  // Seen at once in a wide table of numbers, whose every column would be looked at else.
  if (second.cells.every((cell) => cellKind(cell, reading.marks) !== 'text')) return false
  const named = valueColumns(below, reading).filter((column) => !isBlank(second.cells[column]))
  if (named.length === 0 || first.cells.every(isBlank)) return false
  if (named.some((column) => cellKind(second.cells[column] ?? '', reading.marks) !== 'text')) return false
  if (named.some((column) => reading.missing.hasText(second.cells[column] ?? ''))) return false
  return (
    named.length > 1 || first.cells.some((cell, column) => spans(first.cells, cell, column, second.cells))
  )
}

/** Whether a cell of the first record belongs to the one left of it: a merged cell leaves blanks, or is repeated. */
const spans = (cells: readonly string[], cell: string, column: number, below: readonly string[]): boolean => {
  if (column === 0 || isBlank(cells[column - 1])) return false
  return isBlank(cell) ? !isBlank(below[column]) : cell === cells[column - 1]
}

/** One name a column from the header's rows: joined by blanks, a merged cell's name repeated for each of its columns. */
const joinedNames = (rows: readonly (readonly string[])[]): readonly string[] => {
  if (rows.length < 2) return rows[0] ?? []
  const width = rows.reduce((most, cells) => Math.max(most, cells.length), 0)
  const filled = rows.map((cells, level) => {
    let last = ''
    return Array.from({ length: width }, (_, column) => {
      const cell = cells[column]?.trim() ?? ''
      // A blank below nothing is no part of a merged cell: the lowest name stands for itself.
      const isMerged = cell === '' && rows.slice(level + 1).some((lower) => !isBlank(lower[column]))
      if (!isMerged) last = cell
      return isMerged ? last : cell
    })
  })
  return Array.from({ length: width }, (_, column) =>
    filled
      .map((cells) => cells[column] as string)
      .filter((name, level, all) => name !== '' && name !== all[level - 1])
      .join(' '),
  )
}
