import { ProblemError } from '../problems.ts'
import type { Column } from '../table.ts'

type Cell = string | number | null

const isEmpty = (cell: Cell) => cell === null || (typeof cell === 'string' && cell.trim() === '')

/** A column from raw cells handed in to predict; null and blank cells are missing. Throws `cellNotANumber`. */
export const columnFromCells = (name: string, cells: readonly Cell[], kind: Column['kind']): Column => {
  if (kind === 'number') {
    const values = Float64Array.from(cells, (cell) => (isEmpty(cell) ? Number.NaN : Number(cell)))
    const bad = cells.findIndex((cell, row) => !isEmpty(cell) && Number.isNaN(values[row]))
    if (bad >= 0)
      throw new ProblemError('cellNotANumber', { column: name, row: bad + 1, value: String(cells[bad]) })
    return { kind: 'number', name, values }
  }
  const codes = new Int32Array(cells.length)
  const dictionary: string[] = []
  const known = new Map<string, number>()
  for (const [row, cell] of cells.entries()) {
    if (isEmpty(cell)) {
      codes[row] = -1
      continue
    }
    const text = String(cell)
    const code = known.get(text) ?? dictionary.push(text) - 1
    known.set(text, code)
    codes[row] = code
  }
  return { kind: 'text', name, codes, dictionary }
}
