import type { TableProfile } from '../../../shared/table.ts'
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
import { readTable } from './readTable.ts'
import { ColumnStore } from './store.ts'
import { writeStore } from './writeStore.ts'

/** How a data set is opened. */
export interface OpenOptions extends ReadChoices {
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: ReadProgress) => void) | undefined
}
/** A data set parsed into a folder of its own; see `readStoredTable` for what is in it. */
export interface OpenedDataset {
  readonly profile: TableProfile
  readonly dir: string
}

const mostCacheBytes = 4 * 2 ** 30

/** Gives a file's parsed columns on disk: those kept from before if the file is the same, else reads it and keeps them. */
export const openDataset = async (
  cacheDir: string,
  file: string,
  options: OpenOptions,
): Promise<OpenedDataset> => {
  const memory = memoryFile(cacheDir, file)
  const known = openStored(cacheDir, rememberedHash(memory), options)
  if (known) return known
  if (memory !== null && hasStored(cacheDir, options)) {
    const sha256 = await hashFile(file, options.signal)
    const same = openStored(cacheDir, sha256, options)
    if (same) rememberHash(memory, sha256)
    if (same) return same
  }
  const read = await readTable(file, options)
  const dir = storeDir(cacheDir, read.profile.sha256, options)
  await writeStore(dir, read, options.signal)
  rememberHash(memory, read.profile.sha256)
  trimCache(cacheDir, dir, mostCacheBytes)
  return { profile: read.profile, dir }
}

const openStored = (cacheDir: string, sha256: string | null, options: OpenOptions): OpenedDataset | null => {
  const store = sha256 === null ? null : ColumnStore.open(storeDir(cacheDir, sha256, options))
  return store && { profile: store.profile, dir: store.dir }
}
