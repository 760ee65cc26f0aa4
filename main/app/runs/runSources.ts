import { dirname, resolve } from 'node:path'
import { ProblemError } from '../../../shared/problems.ts'
import type { Source } from '../../../shared/project.ts'
import type { Run } from '../../../shared/run.ts'
import { readingOf } from '../projects/sourceTables.ts'
import type { Services } from '../services.ts'

const firstThatOpens = async <T>(
  paths: readonly string[],
  open: (path: string) => Promise<T>,
): Promise<T> => {
  let failure: unknown
  for (const path of paths) {
    try {
      return await open(path)
    } catch (error) {
      failure ??= error
    }
  }
  throw failure
}

/** The data a run was trained on, or some sources of it, read again: from where its project was, or is since it was moved. Throws `sourceChanged` when a file is another one now. */
export async function runSources(
  datasets: Services['datasets'],
  dir: string,
  run: Run,
  wanted: readonly Source[] = run.document.data.sources,
): Promise<readonly { readonly source: string; readonly dir: string }[]> {
  const noted = run['home']
  const homes = [...(typeof noted === 'string' ? [resolve(dir, noted)] : []), dirname(dirname(dir))]
  const found = []
  for (const source of wanted) {
    const known = run.data.find((entry) => entry.source === source.id)?.sha256
    const opened = await firstThatOpens(
      homes.map((home) => resolve(home, source.file)),
      async (path) => {
        const candidate = await datasets.open(path, readingOf(source))
        if (known !== undefined && candidate.profile.sha256 !== known)
          throw new ProblemError('sourceChanged', { file: source.file })
        return candidate
      },
    )
    found.push({ source: source.id, dir: opened.dir })
  }
  return found
}
