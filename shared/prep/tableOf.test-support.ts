import type { Column, Table } from '../table.ts'

/** A table from lists of cells; null is missing. */
export const tableOf = (columns: Record<string, readonly (number | string | null)[]>): Table => {
  const made = Object.entries(columns).map(([name, cells]): [string, Column] => {
    if (cells.every((cell) => typeof cell !== 'string'))
      return [name, { kind: 'number', name, values: Float64Array.from(cells, (cell) => cell ?? Number.NaN) }]
    const dictionary = [...new Set(cells.filter((cell) => cell !== null).map(String))]
    const codes = Int32Array.from(cells, (cell) => (cell === null ? -1 : dictionary.indexOf(String(cell))))
    return [name, { kind: 'text', name, codes, dictionary }]
  })
  return { rows: Object.values(columns)[0]?.length ?? 0, columns: new Map(made) }
}
