import type { Column, ColumnType } from '../../../../shared/table.ts'
import { CompactDates } from './compactDates.ts'
import type { ColumnReader } from './columns.ts'
import { parseNumber } from './number.ts'
import type { Sniffed } from './sniff.ts'

type ColumnTypes = Readonly<Record<string, ColumnType>> | undefined
type Storage = Column['kind']

/** A column keeps the type that at least this share of its cells have. */
const enough = 0.99

const chosen = (name: string, types: ColumnTypes): Storage | null => {
  const type = types && Object.hasOwn(types, name) ? types[name] : undefined
  // Ids and constants can be numbers or text: their cells tell.
  if (type === undefined || type === 'constant' || type === 'id') return null
  return type === 'number' ? 'number' : 'text'
}

/** How each column is kept at first: as the user chose, or as most of its cells in the sample look. */
export const guessStorage = (
  { rows, dialect, width, missing }: Pick<Sniffed, 'rows' | 'dialect' | 'width' | 'missing'>,
  names: readonly string[],
  types: ColumnTypes,
): readonly Storage[] =>
  Array.from({ length: width }, (_, column) => {
    const wanted = chosen(names[column] as string, types)
    if (wanted) return wanted
    let plain = 0
    let all = 0
    const texts = new Map<string, number>()
    for (const { cells } of rows) {
      const cell = cells[column]
      if (cell === undefined || missing.hasText(cell)) continue
      const { value, literal } = parseNumber(cell, dialect)
      if (missing.hasNumber(value)) continue
      all++
      texts.set(cell, (texts.get(cell) ?? 0) + 1)
      if (!Number.isNaN(value) && !literal) plain++
    }
    if (all === 0 || plain < all * 0.9) return 'text'
    const dates = new CompactDates()
    for (const [text, count] of texts) dates.add(text.trim(), count)
    return dates.isColumn(names[column] as string) ? 'text' : 'number'
  })

/** Whether all of a column's cells bear out how it was kept. */
export const keepsType = (column: ColumnReader, name: string, types: ColumnTypes): boolean => {
  if (chosen(name, types)) return true
  const share = column.numberShare(name)
  if (Number.isNaN(share)) return true
  return column.storage === 'number' ? share >= enough : share < enough
}
