import { join } from 'node:path'
import { ProblemError } from '../../../../shared/problems.ts'
import type { Project, Source } from '../../../../shared/project.ts'
import { fileName } from '../../../../shared/sourceName.ts'
import { readRun } from '../../runs/runFolder.ts'
import type { ZipFile } from '../../files/writeZip.ts'
import { exists } from './exists.ts'
import { runFiles, safeTableName } from './packFormat.ts'

/** Where a pack would have a table of that name; one that is not in it is found nowhere then. */
const tablePath = (file: string): string => `data/${safeTableName(fileName(file))}`

/** The sources of a document as they are named inside a pack: those with the bytes that the pack holds, by its path for them. */
export const placedIn = (
  sources: readonly Source[],
  placed: ReadonlyMap<string, Source>,
): readonly Source[] =>
  sources.map((source) => {
    const known = placed.get(source.id)
    const isSame = known !== undefined && (known.sha256 ?? source.sha256) === source.sha256
    return { ...source, file: isSame ? known.file : tablePath(source.file) }
  })

/** The project with its sources where the pack has them. */
export const withSourcesOf = (project: Project, sources: readonly Source[]): Project => ({
  ...project,
  data: { ...project.data, sources: [...sources] },
})

/**
 * The files of a run for a pack. Its manifest names the data by its place in the pack, and no process and folder of this
 * computer. Throws `runNotFound`, and `busy` for a run under way.
 */
export async function packRun(
  dir: string,
  folder: string,
  placed: ReadonlyMap<string, Source>,
): Promise<readonly ZipFile[]> {
  const { pid: _, ...run } = await readRun(dir)
  if (run.state === 'queued' || run.state === 'running') throw new ProblemError('busy')
  const sources = placedIn(run.document.data.sources, placed)
  const files = new Map(sources.map(({ id, file }) => [id, file]))
  const manifest = {
    ...run,
    home: '../..',
    document: withSourcesOf(run.document, sources),
    data: run.data.map((data) => ({ ...data, file: files.get(data.source) ?? tablePath(data.file) })),
  }
  const packed: ZipFile[] = [
    { name: `${folder}/run.json`, content: Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`), level: 6 },
  ]
  for (const name of runFiles.slice(1)) {
    const path = join(dir, ...name.split('/'))
    if (await exists(path))
      packed.push({ name: `${folder}/${name}`, content: path, level: name.endsWith('.bin') ? 0 : 6 })
  }
  return packed
}
