import type { Project } from '../project.ts'
import type { ColumnProfile, TableProfile } from '../table.ts'
import type { SourceRole } from './manageSources.ts'

const folded = (name: string): string => name.normalize('NFC').trim().toLocaleLowerCase()

/** Whether every cell is there and is another one: the column names its rows. */
const isKey = ({ missing, distinct }: ColumnProfile, rows: number): boolean =>
  rows > 0 && missing === 0 && distinct === rows

/**
 * How the rows of a second table most likely meet those of the first: below them as test rows when it has all the columns
 * of the first, by a column of the same name that names the rows of the second, else row by row.
 */
export const proposeRole = ({ data }: Project, { columns, rows }: TableProfile): SourceRole => {
  const known = Object.keys(data.sources[0]?.columns ?? {})
  if (known.length === 0) return { by: 'row' }
  const own = new Map(columns.map((column) => [folded(column.name), column]))
  if (known.length > 1 && known.every((name) => own.has(folded(name)))) return { by: 'test' }
  const shared = known.flatMap((name) => {
    const column = own.get(folded(name))
    return column ? [{ name, column }] : []
  })
  const key = shared.find(({ column }) => isKey(column, rows))
  return key ? { by: 'key', column: key.column.name, with: key.name } : { by: 'row' }
}
