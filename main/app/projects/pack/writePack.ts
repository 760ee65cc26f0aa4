import { createHash, type Hash } from 'node:crypto'
import { randomUUID } from 'node:crypto'
import { rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { endingOf } from '../../../../shared/dataFiles.ts'
import { serializeProject } from '../../../../shared/openProject.ts'
import { ProblemError } from '../../../../shared/problems.ts'
import type { Project, Source } from '../../../../shared/project.ts'
import { writeProblem } from '../../files/fileProblem.ts'
import { safeName } from '../../files/safeName.ts'
import { writeZip, type ZipFile } from '../../files/writeZip.ts'
import { manifestName, packFormat, packLimits, type PackManifest, safeTableName } from './packFormat.ts'
import { packLevel } from './packLevel.ts'
import { packRun, withSourcesOf } from './packRun.ts'

/** What goes into a pack. */
export interface PackPlan {
  readonly project: Project
  /** Name of the project file, without its ending. */
  readonly stem: string
  /** Paths of the sources' files, checked, by source id. */
  readonly paths: ReadonlyMap<string, string>
  /** Folders of the runs that come along. */
  readonly runs: readonly string[]
}

interface PackOptions {
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((bytes: number, total: number) => void) | undefined
}

/** The name for a table in the pack: safe everywhere, with an ending of a table, and no two alike. */
const tableName = (path: string, taken: Set<string>): string => {
  const name = safeTableName(basename(path))
  const ending = endingOf(name)
  const stem = name.slice(0, -ending.length - 1)
  let free = name
  for (let count = 2; taken.has(free.toLowerCase()); count++) free = safeName(`${stem} (${count}).${ending}`)
  taken.add(free.toLowerCase())
  return free
}

/** Every file of the project once, and its sources by the place it has in the pack. */
async function placeTables({ project, paths }: PackPlan, signal: AbortSignal | undefined) {
  const taken = new Set<string>()
  const names = new Map<string, string>()
  const files: ZipFile[] = []
  const sources: Source[] = []
  for (const source of project.data.sources) {
    const path = paths.get(source.id) ?? ''
    const name = names.get(path) ?? tableName(path, taken)
    if (!names.has(path))
      files.push({ name: `data/${name}`, content: path, level: await packLevel(path, signal) })
    names.set(path, name)
    sources.push({ ...source, file: `data/${name}` })
  }
  return { files, sources }
}

const sizeOf = async ({ content }: ZipFile): Promise<number> =>
  typeof content === 'string' ? (await stat(content)).size : content.length

/** Notes size and hash of every file as it passes by, for the manifest that comes last. */
const noting = () => {
  const noted = new Map<string, { bytes: number; hash: Hash }>()
  const onPart = (name: string, part: Uint8Array) => {
    const entry = noted.get(name) ?? { bytes: 0, hash: createHash('sha256') }
    entry.bytes += part.length
    entry.hash.update(part)
    noted.set(name, entry)
  }
  const list = (files: readonly ZipFile[]): PackManifest['files'] =>
    files.map(({ name }) => {
      const { bytes, hash } = noted.get(name) ?? { bytes: 0, hash: createHash('sha256') }
      return { path: name, bytes, sha256: hash.digest('hex') }
    })
  return { onPart, list }
}

/**
 * Writes a project with its data and some runs into one file that `unpack` opens; an older one of that name is replaced
 * only by a whole one. Throws read and write problems, `busy` for a run under way, `packTooLarge`, `packTooMany`, `cancelled`.
 */
export async function writePack(
  to: string,
  plan: PackPlan,
  { signal, onProgress }: PackOptions = {},
): Promise<{ readonly bytes: number; readonly files: number }> {
  const { files: tables, sources } = await placeTables(plan, signal)
  const document = withSourcesOf(plan.project, sources)
  const project = `${plan.stem}.loom`
  const placed = new Map(sources.map((source) => [source.id, source]))
  const files: ZipFile[] = [
    { name: project, content: Buffer.from(serializeProject(document)), level: 6 },
    ...tables,
  ]
  for (const dir of plan.runs)
    files.push(...(await packRun(dir, `${plan.stem}.runs/${basename(dir)}`, placed)))
  if (files.length >= packLimits.files)
    throw new ProblemError('packTooMany', { found: files.length, limit: packLimits.files })
  const total = (await Promise.all(files.map(sizeOf))).reduce((sum, size) => sum + size, 0)
  if (total > packLimits.bytes)
    throw new ProblemError('packTooLarge', { found: total, limit: packLimits.bytes })
  const notes = noting()
  let packed = 0
  const temporary = join(dirname(to), `.${randomUUID()}.tmp`)
  function* all(): Generator<ZipFile> {
    yield* files
    const manifest: PackManifest = { format: packFormat, project, files: notes.list(files) }
    yield { name: manifestName, content: Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`), level: 6 }
  }
  try {
    await writeZip(temporary, all(), {
      signal,
      onPart: (name, part) => {
        notes.onPart(name, part)
        packed += part.length
        onProgress?.(Math.min(packed, total), total)
      },
    })
    await rename(temporary, to)
  } catch (error) {
    await rm(temporary, { force: true })
    throw writeProblem(error, to)
  }
  return { bytes: (await stat(to)).size, files: files.length }
}
