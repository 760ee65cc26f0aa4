import type { JoinCounts } from '../../../shared/contract.ts'
import { ProblemError } from '../../../shared/problems.ts'
import type { Project, Source } from '../../../shared/project.ts'
import { countMatches } from '../datasets/countMatches.ts'
import { readStoredTable } from '../datasets/storedTable.ts'
import type { Services } from '../services.ts'
import { readingOf } from './sourceTables.ts'
import { findSource, readableSource, type SourceScope } from './sources.ts'

/** How a source's rows would meet those of the first by its key. Throws `columnMissing`, and problems of reading either. */
export async function joinCounts(
  services: Pick<Services, 'allowed' | 'datasets'>,
  scope: SourceScope,
  project: Project,
  id: string,
  signal: AbortSignal,
): Promise<JoinCounts> {
  const other = findSource(project, id)
  const main = findSource(project)
  const { join } = other
  if (join?.by !== 'key') throw new ProblemError('columnMissing', { column: '' })
  const keys = async (source: Source, column: string) => {
    const path = await readableSource(scope, source, services.allowed)
    const { dir } = await services.datasets.open(path, { ...readingOf(source), signal })
    const { rows, columns } = await readStoredTable(dir, [column])
    const found = columns.get(column)
    if (!found) throw new ProblemError('columnMissing', { column })
    return { column: found, rows }
  }
  return countMatches(await keys(main, join.with), await keys(other, join.column))
}
