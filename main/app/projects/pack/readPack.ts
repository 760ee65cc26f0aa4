import { closeSync, fstatSync, openSync } from 'node:fs'
import { basename } from 'node:path'
import { ProblemError } from '../../../../shared/problems.ts'
import { archiveKind } from '../../datasets/archive/archiveKind.ts'
import { openEntry, type Packed } from '../../datasets/archive/packedStream.ts'
import { readZipDirectory, type ZipEntry } from '../../datasets/archive/zipDirectory.ts'
import { readProblem } from '../../files/fileProblem.ts'
import { damaged } from './damaged.ts'
import { collectEntry } from './entryBytes.ts'
import { packedJson } from './packedJson.ts'
import type { PackEntry } from './packEntry.ts'
import {
  isPackPath,
  manifestName,
  manifestSchema,
  packFormat,
  packLimits,
  type PackManifest,
  stemOf,
} from './packFormat.ts'

/** What is in a pack, every name and size of it checked. */
export interface PackContents {
  readonly stem: string
  readonly entries: readonly PackEntry[]
  /** Of all entries, unpacked. */
  readonly bytes: number
}

const refused = (entry: string) => new ProblemError('packEntryRefused', { entry: entry.slice(0, 200) })

/** Two names that some system takes for one. */
const refuseTwins = (names: readonly string[]): void => {
  const seen = new Set<string>()
  for (const name of names) {
    const folded = name.normalize('NFC').toLowerCase()
    if (seen.has(folded)) throw refused(name)
    seen.add(folded)
  }
}

/** Throws for an entry that would be larger than it may be, before anything of it is read. */
const refuseLarge = ({ name, bytes, packedBytes }: ZipEntry): void => {
  const most = Math.max(packLimits.freeBytes, packedBytes * packLimits.growth)
  const limit = /\.(?:json|loom)$/.test(name) ? Math.min(most, packLimits.json) : most
  if (bytes > limit) throw new ProblemError('packTooLarge', { found: bytes, limit })
}

const refuseUnreadable = (entry: ZipEntry): void => {
  if (entry.isEncrypted) throw damaged(entry.name, 'encrypted')
  if (entry.method !== 0 && entry.method !== 8) throw damaged(entry.name, `method ${entry.method}`)
}

async function readManifest(file: string, packed: Packed): Promise<PackManifest> {
  const bytes = await collectEntry(file, manifestName, packed, packLimits.manifest)
  const manifest = packedJson(manifestName, bytes)
  const format =
    typeof manifest === 'object' && manifest !== null && 'format' in manifest ? manifest.format : 0
  if (typeof format === 'number' && format > packFormat)
    throw new ProblemError('packTooNew', { found: format, known: packFormat })
  const parsed = manifestSchema.safeParse(manifest)
  if (parsed.success) return parsed.data
  throw damaged(manifestName, parsed.error.issues[0]?.path.join('.') ?? '')
}

const listed = (manifest: PackManifest, entries: readonly ZipEntry[]) => {
  const known = new Map(manifest.files.map((one) => [one.path, one]))
  if (known.size !== manifest.files.length) throw damaged(manifestName, 'files')
  const there = new Set(entries.map(({ name }) => name))
  for (const { path } of manifest.files) if (!there.has(path)) throw damaged(path, 'missing')
  return known
}

async function readOpen(fd: number, file: string): Promise<PackContents> {
  const { size } = fstatSync(fd)
  const all = readZipDirectory(fd, file)
  if (all.length > packLimits.files)
    throw new ProblemError('packTooMany', { found: all.length, limit: packLimits.files })
  refuseTwins(all.map(({ name }) => name))
  const own = all.find(({ name }) => name === manifestName)
  if (!own) throw new ProblemError('notAPack', { file: basename(file) })
  refuseUnreadable(own)
  const manifest = await readManifest(file, openEntry(fd, file, size, own))
  const stem = stemOf(manifest.project)
  if (stem === null) throw refused(manifest.project)
  const entries = all.filter((entry) => entry !== own)
  for (const { name } of entries) if (!isPackPath(stem, name)) throw refused(name)
  for (const { path } of manifest.files) if (!isPackPath(stem, path)) throw refused(path)
  const known = listed(manifest, entries)
  // Entries that share bytes would give more than the file holds.
  if (all.reduce((sum, { packedBytes }) => sum + packedBytes, 0) > size)
    throw damaged(basename(file), 'overlap')
  const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0)
  if (bytes > packLimits.bytes)
    throw new ProblemError('packTooLarge', { found: bytes, limit: packLimits.bytes })
  const found = entries.map((entry): PackEntry => {
    refuseUnreadable(entry)
    refuseLarge(entry)
    const note = known.get(entry.name)
    if (note?.bytes !== entry.bytes) throw damaged(entry.name, note ? 'size' : 'unlisted')
    return {
      path: entry.name,
      bytes: entry.bytes,
      sha256: note.sha256,
      packed: openEntry(fd, file, size, entry),
    }
  })
  if (!found.some(({ path }) => path === manifest.project)) throw damaged(manifest.project, 'missing')
  return { stem, entries: found, bytes }
}

/**
 * Looks into a pack: nothing is unpacked, nothing written. Throws read problems, `notAPack`, `packDamaged`,
 * `packEntryRefused`, `packTooLarge`, `packTooMany`, `packTooNew`.
 */
export async function readPack(file: string): Promise<PackContents> {
  let fd: number
  try {
    fd = openSync(file, 'r')
  } catch (error) {
    throw readProblem(error, file)
  }
  try {
    if (archiveKind(file) !== 'zip') throw new ProblemError('notAPack', { file: basename(file) })
    return await readOpen(fd, file)
  } catch (error) {
    if (error instanceof ProblemError && error.problem.code === 'archiveBroken')
      throw damaged(basename(file), String(error.problem.values?.['cause'] ?? ''))
    throw error
  } finally {
    closeSync(fd)
  }
}
