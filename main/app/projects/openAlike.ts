import { ProblemError } from '../../../shared/problems.ts'
import type { ColumnType, Dialect } from '../../../shared/table.ts'
import type { OpenedDataset } from '../datasets/openDataset.ts'
import type { Services } from '../services.ts'

/** A file that stands in for another of the same columns; `entry` names the table in it when it is an archive. */
export interface OtherFile {
  readonly path: string
  readonly entry?: string | undefined
}
interface Reading {
  readonly entry?: string
  readonly dialect?: Partial<Dialect>
  readonly columnTypes?: Readonly<Record<string, ColumnType>>
}

/**
 * Opens another file of the same columns: read like the first one (its encoding found out anew, in an archive the table of the same name) or, where that does not
 * give the needed columns, as the file itself suggests. Throws `columnMissing` and read problems.
 */
export async function openAlike(
  datasets: Services['datasets'],
  file: OtherFile,
  reading: Reading,
  needed: readonly string[],
): Promise<OpenedDataset & Pick<OtherFile, 'entry'>> {
  const { path } = file
  const entry = file.entry ?? sameEntry(datasets, path, reading.entry)
  const types = reading.columnTypes ? { columnTypes: reading.columnTypes } : {}
  const { encoding: _, ...dialect } = reading.dialect ?? {}
  const missingIn = ({ profile }: OpenedDataset) =>
    needed.find((name) => !profile.columns.some((column) => column.name === name))
  const alike = await datasets.open(path, { entry, dialect, ...types })
  if (missingIn(alike) === undefined) return { ...alike, entry }
  const opened = await datasets.open(path, { entry, ...types })
  const missing = missingIn(opened)
  if (missing !== undefined)
    throw new ProblemError('columnMissing', {
      column: missing,
      columns: opened.profile.columns.map(({ name }) => name).join(', '),
    })
  return { ...opened, entry }
}

/** The table of that name in an archive, if it has one. */
const sameEntry = (datasets: Services['datasets'], path: string, entry: string | undefined) =>
  datasets.entries(path)?.find(({ name }) => name === entry)?.name
