import { cellText } from './cells.ts'
import { ProblemError } from '../problems.ts'
import type { Project, Source } from '../project.ts'
import type { Column, Table } from '../table.ts'

/** A column as the document names it. */
export interface ColumnName {
  readonly source?: string | undefined
  readonly column: string
}

/** Finds the source a column is read from: the one named, else the first that is known to have it, else the first. */
const sourceOf = ({ data }: Project, use: ColumnName): Source => {
  const { sources } = data
  const found =
    use.source === undefined
      ? (sources.find(
          ({ columns, part }) => part !== 'test' && columns && Object.hasOwn(columns, use.column),
        ) ?? sources[0])
      : sources.find(({ id }) => id === use.source)
  if (!found)
    throw new ProblemError(use.source === undefined ? 'noData' : 'sourceMissing', {
      source: use.source ?? '',
    })
  return found
}

/** Under what name a column stands in the joined table: its own in the first source, with the source before it in others. */
export const keyInJoin = (project: Project, use: ColumnName): string => {
  const source = sourceOf(project, use)
  return source.id === project.data.sources[0]?.id ? use.column : `${source.id}\u0000${use.column}`
}

/** A column in another order of rows; −1 makes a missing cell. */
const gather = (column: Column, rows: Int32Array): Column => {
  if (column.kind === 'text')
    return { ...column, codes: rows.map((row) => (row < 0 ? -1 : (column.codes[row] ?? -1))) }
  const values = Float64Array.from(rows, (row) => (row < 0 ? Number.NaN : (column.values[row] ?? Number.NaN)))
  return { ...column, values }
}

/** For each row of the first table the row of another that goes with it, −1 where none does. */
const match = (join: Source['join'], main: Table, other: Table): Int32Array => {
  if (join?.by !== 'key')
    return Int32Array.from({ length: main.rows }, (_, row) => (row < other.rows ? row : -1))
  const keys = other.columns.get(join.column)
  const wanted = main.columns.get(join.with)
  if (!keys || !wanted) throw new ProblemError('columnMissing', { column: keys ? join.with : join.column })
  const rows = new Map<string, number>()
  for (let row = other.rows - 1; row >= 0; row--) rows.set(cellText(keys, row) ?? '', row)
  rows.delete('')
  return Int32Array.from({ length: main.rows }, (_, row) => rows.get(cellText(wanted, row) ?? '') ?? -1)
}

/** Rows of a second table below those of a first with the same columns. */
const append = (main: Table, other: Table): Table => {
  const columns = [...main.columns].map(([name, column]): [string, Column] => {
    const below = other.columns.get(name)
    if (!below) throw new ProblemError('columnMissing', { column: name })
    if (column.kind === 'number' && below.kind === 'number') {
      const values = new Float64Array(main.rows + other.rows)
      values.set(column.values)
      values.set(below.values, main.rows)
      return [name, { ...column, values }]
    }
    const dictionary = column.kind === 'text' ? [...column.dictionary] : []
    const codes = new Map(dictionary.map((text, code) => [text, code]))
    const codeOf = (text: string | null) => {
      if (text === null) return -1
      const code = codes.get(text) ?? dictionary.push(text) - 1
      codes.set(text, code)
      return code
    }
    const all = Int32Array.from({ length: main.rows + other.rows }, (_, row) =>
      codeOf(row < main.rows ? cellText(column, row) : cellText(below, row - main.rows)),
    )
    return [name, { kind: 'text', name: column.name, codes: all, dictionary }]
  })
  return { rows: main.rows + other.rows, columns: new Map(columns) }
}

/** The first source's columns, and below its rows those of the sources that are the test part. */
const readRows = async (project: Project, first: Source, names: Wanted, read: SourceReader) => {
  let table = await read(first.id, names)
  const testFrom = table.rows
  for (const source of project.data.sources)
    if (source.part === 'test' && source !== first) table = append(table, await read(source.id, names))
  return { table, testFrom }
}

type Wanted = readonly string[] | 'all'
/** Reads columns of a source; the table has those that were asked for. Throws `columnMissing`. */
export type SourceReader = (source: string, columns: Wanted) => Promise<Table>

/**
 * Reads the columns from all sources and joins them to the rows of the first. Returns the table, for each name asked
 * for the name its column has there, and the first row that came from a source of test rows. By `extent` all other
 * columns of the sources are in the table too.
 */
export const joinSources = async (
  project: Project,
  names: readonly ColumnName[],
  read: SourceReader,
  extent: 'asked' | 'all' = 'asked',
): Promise<{ table: Table; keys: readonly string[]; testFrom: number }> => {
  const [first] = project.data.sources
  if (!first) throw new ProblemError('noData')
  const wanted = new Map<string, Set<string>>([[first.id, new Set()]])
  const want = (source: string, column: string) =>
    wanted.set(source, (wanted.get(source) ?? new Set()).add(column))
  for (const name of names) want(sourceOf(project, name).id, name.column)
  if (extent === 'all')
    for (const { id, part } of project.data.sources)
      if (part !== 'test') wanted.set(id, wanted.get(id) ?? new Set())
  for (const { id, join } of project.data.sources) {
    if (join?.by !== 'key' || !wanted.has(id)) continue
    want(id, join.column)
    want(first.id, join.with)
  }
  const asked = (columns: ReadonlySet<string> | undefined): Wanted =>
    extent === 'all' ? 'all' : [...(columns ?? [])]
  const { table: main, testFrom } = await readRows(project, first, asked(wanted.get(first.id)), read)
  const columns = new Map(main.columns)
  for (const source of project.data.sources.slice(1)) {
    const own = wanted.get(source.id)
    if (!own) continue
    const other = await read(source.id, asked(own))
    const rows = match(source.join, main, other)
    for (const [name, column] of other.columns)
      columns.set(keyInJoin(project, { source: source.id, column: name }), gather(column, rows))
  }
  return {
    table: { rows: main.rows, columns },
    keys: names.map((name) => keyInJoin(project, name)),
    testFrom,
  }
}
