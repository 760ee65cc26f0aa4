import { ProblemError } from '../../../shared/problems.ts'
import type { ColumnType, Dialect } from '../../../shared/table.ts'
import type { OpenedDataset } from '../datasets/openDataset.ts'
import type { Services } from '../services.ts'

interface Reading {
  readonly dialect?: Partial<Dialect>
  readonly columnTypes?: Readonly<Record<string, ColumnType>>
}

/**
 * Opens another file of the same columns: read like the first one (its encoding found out anew) or, where that does not
 * give the needed columns, as the file itself suggests. Throws `columnMissing` and read problems.
 */
export async function openAlike(
  datasets: Services['datasets'],
  path: string,
  reading: Reading,
  needed: readonly string[],
): Promise<OpenedDataset> {
  const types = reading.columnTypes ? { columnTypes: reading.columnTypes } : {}
  const { encoding: _, ...dialect } = reading.dialect ?? {}
  const missingIn = ({ profile }: OpenedDataset) =>
    needed.find((name) => !profile.columns.some((column) => column.name === name))
  const alike = await datasets.open(path, { dialect, ...types })
  if (missingIn(alike) === undefined) return alike
  const opened = await datasets.open(path, types)
  const missing = missingIn(opened)
  if (missing !== undefined)
    throw new ProblemError('columnMissing', {
      column: missing,
      columns: opened.profile.columns.map(({ name }) => name).join(', '),
    })
  return opened
}
