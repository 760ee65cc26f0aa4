/** A cell of a table; row −1 is the header. */
export interface GridCell {
  readonly row: number
  readonly column: number
}
/** A rectangle of cells, all ends included. */
export interface CellRange {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

interface GridSize {
  readonly rows: number
  readonly columns: number
  /** Rows that fit in view: how far Page up and down go. */
  readonly page: number
}
interface Key {
  readonly key: string
  /** Ctrl, or Cmd on a Mac. */
  readonly mod: boolean
}

/** The cell a key leads to from another, as in every spreadsheet; null when the key leads nowhere. */
export const moveInGrid = (from: GridCell, { key, mod }: Key, size: GridSize): GridCell | null => {
  const to = target(from, key, mod, size)
  return (
    to && {
      row: clamp(to.row, -1, size.rows - 1),
      column: clamp(to.column, 0, size.columns - 1),
    }
  )
}

const clamp = (value: number, least: number, most: number): number =>
  Math.max(least, Math.min(Math.max(least, most), value))

const target = (from: GridCell, key: string, mod: boolean, size: GridSize): GridCell | null => {
  const { row, column } = from
  const last = { row: size.rows - 1, column: size.columns - 1 }
  switch (key) {
    case 'ArrowUp':
      return { row: mod ? Math.min(row, 0) : row - 1, column }
    case 'ArrowDown':
      return { row: mod ? last.row : row + 1, column }
    case 'ArrowLeft':
      return { row, column: mod ? 0 : column - 1 }
    case 'ArrowRight':
      return { row, column: mod ? last.column : column + 1 }
    case 'PageUp':
      return { row: Math.max(Math.min(row, 0), row - size.page), column }
    case 'PageDown':
      return { row: row + size.page, column }
    case 'Home':
      return mod ? { row: 0, column: 0 } : { row, column: 0 }
    case 'End':
      return mod ? last : { row, column: last.column }
    default:
      return null
  }
}

/** The rectangle between two cells; none when one of them is in the header. */
export const rangeOf = (one: GridCell | null, other: GridCell | null): CellRange | null => {
  if (!one || !other || one.row < 0 || other.row < 0) return null
  return {
    top: Math.min(one.row, other.row),
    bottom: Math.max(one.row, other.row),
    left: Math.min(one.column, other.column),
    right: Math.max(one.column, other.column),
  }
}
