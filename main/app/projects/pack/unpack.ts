import { randomUUID } from 'node:crypto'
import { mkdir, rename, rm, statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ProblemError } from '../../../../shared/problems.ts'
import { writeProblem } from '../../files/fileProblem.ts'
import { freeName } from '../../files/safeName.ts'
import { writeSafely } from '../../files/writeSafely.ts'
import { checkedJson, isJsonPath } from './checkedJson.ts'
import { entryBytes, writeEntry } from './entryBytes.ts'
import type { PackEntry } from './packEntry.ts'
import { packLimits } from './packFormat.ts'
import { type PackContents, readPack } from './readPack.ts'

async function refuseFull(folder: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder)
  if (bytes > bavail * bsize) throw new ProblemError('diskFull', { file: folder, cause: `${bytes} bytes` })
}

/** What is written of every JSON file, by path: all are checked before anything is written. */
async function readDocuments(file: string, { stem, entries }: PackContents) {
  const documents = entries.filter(({ path }) => isJsonPath(path))
  const found = documents.reduce((sum, { bytes }) => sum + bytes, 0)
  if (found > packLimits.allJson) throw new ProblemError('packTooLarge', { found, limit: packLimits.allJson })
  const texts = new Map<string, string>()
  for (const entry of documents)
    texts.set(entry.path, checkedJson(stem, entry.path, await entryBytes(file, entry)))
  return texts
}

async function extract(
  file: string,
  entries: readonly PackEntry[],
  texts: ReadonlyMap<string, string>,
  folder: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  for (const entry of entries) {
    if (signal?.aborted) throw new ProblemError('cancelled')
    const to = join(folder, ...entry.path.split('/'))
    await mkdir(dirname(to), { recursive: true })
    const text = texts.get(entry.path)
    if (text === undefined) await writeEntry(file, entry, to, signal)
    else await writeSafely(to, text)
  }
}

/**
 * Unpacks a pack into a new folder below `into`, named after its project, and gives the path of the project file there. The
 * folder appears when everything in it is written and checked; whatever goes wrong leaves nothing behind. Throws what
 * `readPack` throws, `diskFull`, `writeFailed` and `cancelled`.
 */
export async function unpack(
  file: string,
  into: string,
  signal?: AbortSignal,
): Promise<{ readonly project: string; readonly files: number }> {
  const contents = await readPack(file)
  const texts = await readDocuments(file, contents)
  const staged = join(into, `.${randomUUID()}.unpacking`)
  try {
    await mkdir(into, { recursive: true })
    await refuseFull(into, contents.bytes)
    await mkdir(staged)
    await extract(file, contents.entries, texts, staged, signal)
    const folder = join(into, await freeName(into, contents.stem))
    await rename(staged, folder)
    return { project: join(folder, `${contents.stem}.loom`), files: contents.entries.length }
  } catch (error) {
    await rm(staged, { recursive: true, force: true })
    throw writeProblem(error, into)
  }
}
