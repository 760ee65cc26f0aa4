import type { TableEvent } from '../../../shared/contract.ts'
import { ProblemError } from '../../../shared/problems.ts'
import type { Project, Source } from '../../../shared/project.ts'
import type { OpenedDataset } from '../datasets/openDataset.ts'
import { reported } from '../reported.ts'
import type { RunSource } from '../runs/trainRun.ts'
import type { Services } from '../services.ts'
import { readableSource, type SourceScope } from './sources.ts'

/** What a source says about how it is to be read. */
export const readingOf = (source: Source) => ({
  ...(source.entry === undefined ? {} : { entry: source.entry }),
  ...(source.dialect ? { dialect: source.dialect } : {}),
  ...(source.columns
    ? {
        columnTypes: Object.fromEntries(
          Object.entries(source.columns).map(([name, { type }]) => [name, type] as const),
        ),
      }
    : {}),
})

/**
 * Checks that every source of a project may be read and is there, and gives what reads them into the column store.
 * Throws `noData`, `sourceOutside`, `outsideRoot` and read problems at once; reading throws `sourceChanged` when a file
 * is not the one the project was made with.
 */
export async function prepareSources(
  services: Pick<Services, 'allowed' | 'datasets'>,
  scope: SourceScope,
  project: Project,
): Promise<(signal: AbortSignal) => Promise<readonly RunSource[]>> {
  const { sources } = project.data
  if (sources.length === 0) throw new ProblemError('noData')
  const paths = new Map<string, string>()
  for (const source of sources) paths.set(source.id, await readableSource(scope, source, services.allowed))
  return async (signal) => {
    const opened: RunSource[] = []
    for (const source of sources) {
      const path = paths.get(source.id) ?? ''
      const { dir, profile } = await services.datasets.open(path, { ...readingOf(source), signal })
      if (source.sha256 !== undefined && source.sha256 !== profile.sha256)
        throw new ProblemError('sourceChanged', { file: source.file })
      opened.push({ source: source.id, dir, file: source.file, sha256: profile.sha256, rows: profile.rows })
    }
    return opened
  }
}

type Reading = Parameters<Services['datasets']['open']>[1]

/** Reads a file into the column store: progress at most ten times a second, then its profile. `file` is the name it gets. */
export async function* readTable(
  datasets: Services['datasets'],
  path: string,
  file: string,
  reading: Reading,
  signal: AbortSignal,
): AsyncGenerator<TableEvent, void> {
  const { profile } = yield* reported<TableEvent, OpenedDataset>((report) =>
    datasets.open(path, {
      ...reading,
      signal,
      onProgress: ({ bytes, total }) => report({ kind: 'progress', bytes, total }),
    }),
  )
  yield { kind: 'profile', profile, file }
}
