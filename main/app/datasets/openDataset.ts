import type { TableProfile } from '../../../shared/table.ts'
import { archiveKind } from './archive/archiveKind.ts'
import { namingArchive, unpackedTable } from './archive/unpackedTable.ts'
import {
  hashFile,
  hasStored,
  memoryFile,
  type ReadChoices,
  rememberedHash,
  rememberHash,
  storeDir,
  trimCache,
} from './cache.ts'
import type { ReadProgress } from './csv/readCsv.ts'
import { readTable, type TableWithProfile } from './readTable.ts'
import { ColumnStore } from './store.ts'
import { writeStore } from './writeStore.ts'

/** How a data set is opened. */
export interface OpenOptions extends ReadChoices {
  /** The table in an archive that holds several. */
  readonly entry?: string | undefined
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: ReadProgress) => void) | undefined
}
/** A data set parsed into a folder of its own; see `readStoredTable` for what is in it. */
export interface OpenedDataset {
  readonly profile: TableProfile
  readonly dir: string
}

const mostCacheBytes = 4 * 2 ** 30

/**
 * Gives a file's parsed columns on disk: those kept from before if the file is the same, else reads it and keeps them. The
 * table in a .gz or .zip is unpacked first; its profile's hash and size are those of the table.
 */
export const openDataset = async (
  cacheDir: string,
  file: string,
  options: OpenOptions,
): Promise<OpenedDataset> => {
  const isPacked = archiveKind(file) !== null
  const memory = memoryFile(cacheDir, file, isPacked ? options.entry : undefined)
  const remembered = rememberedHash(memory)
  const known = openStored(cacheDir, remembered, options)
  if (known) return known
  if (isPacked) {
    const { path, sha256 } = await unpackedTable(cacheDir, file, remembered, options)
    rememberHash(memory, sha256)
    const same = openStored(cacheDir, sha256, options)
    return (
      same ?? namingArchive(file, path, async () => keep(cacheDir, await readTable(path, options), options))
    )
  }
  if (memory !== null && hasStored(cacheDir, options)) {
    const sha256 = await hashFile(file, options.signal)
    const same = openStored(cacheDir, sha256, options)
    if (same) rememberHash(memory, sha256)
    if (same) return same
  }
  const opened = await keep(cacheDir, await readTable(file, options), options)
  rememberHash(memory, opened.profile.sha256)
  return opened
}

const keep = async (
  cacheDir: string,
  read: TableWithProfile,
  options: OpenOptions,
): Promise<OpenedDataset> => {
  const dir = storeDir(cacheDir, read.profile.sha256, options)
  await writeStore(dir, read, options.signal)
  trimCache(cacheDir, dir, mostCacheBytes)
  return { profile: read.profile, dir }
}

const openStored = (cacheDir: string, sha256: string | null, options: OpenOptions): OpenedDataset | null => {
  const store = sha256 === null ? null : ColumnStore.open(storeDir(cacheDir, sha256, options))
  return store && { profile: store.profile, dir: store.dir }
}
