import { existsSync } from 'node:fs'
import type { ArchiveEntry, TablePreview } from '../../../shared/contract.ts'
import { ProblemError } from '../../../shared/problems.ts'
import type { Dialect } from '../../../shared/table.ts'
import { archiveKind } from './archive/archiveKind.ts'
import { listEntries } from './archive/listEntries.ts'
import { previewPacked } from './archive/previewPacked.ts'
import { choicesHash, memoryFile } from './cache.ts'
import { type OpenedDataset, type OpenOptions, openDataset } from './openDataset.ts'
import { openInWorker } from './openInWorker.ts'
import { previewTable } from './preview.ts'
import { ColumnStore } from './store.ts'
import { Held } from './views/held.ts'

/** The data sets of the core: files parsed into columns on disk, and windows of their rows. */
export interface Datasets {
  /** Reads a file into the cache, or finds it there. Throws what `readTable` throws, `diskFull` and `writeFailed`. */
  open(file: string, options?: OpenOptions): Promise<OpenedDataset>
  /** The folder of a data set, at once when it was opened before and its file has not changed; see `open`. */
  folder(file: string, options?: OpenOptions): Promise<string>
  /** Up to `count` rows from row `from` on of an opened data set, as they are shown; null is missing. */
  rows(dir: string, from: number, count: number): Promise<TablePreview['rows']>
  /** The first 1,000 rows of a file and how it would be read, without waiting for the rest. */
  preview(file: string, dialect?: Partial<Dialect>, entry?: string): Promise<TablePreview>
  /** The tables in an archive; null when the file is none. Throws what `listEntries` throws. */
  entries(file: string): readonly ArchiveEntry[] | null
}

const mostOpen = 4
const mostFolders = 100

/** Data sets kept in `cacheDir`, read in a worker thread, or in this one where there is no `workerPath`. */
export const createDatasets = ({
  cacheDir,
  workerPath,
}: {
  readonly cacheDir: string
  readonly workerPath?: string | undefined
}): Datasets => {
  const stores = new Map<string, ColumnStore>()
  const storeOf = (dir: string): ColumnStore => {
    const store = stores.get(dir) ?? ColumnStore.open(dir)
    if (!store) throw new ProblemError('noData')
    stores.delete(dir)
    stores.set(dir, store)
    for (const oldest of stores.keys()) if (stores.size > mostOpen) stores.delete(oldest)
    return store
  }
  const open = (file: string, options: OpenOptions = {}) =>
    workerPath === undefined
      ? openDataset(cacheDir, file, options)
      : openInWorker(workerPath, cacheDir, file, options)
  const folders = new Held<string>(mostFolders, () => 1)
  return {
    open,
    async folder(file, options = {}) {
      const key = `${memoryFile(cacheDir, file, options.entry)} ${choicesHash(options)}`
      const known = folders.get(key)
      if (known !== undefined && existsSync(known)) return known
      return folders.put(key, (await open(file, options)).dir)
    },
    rows: async (dir, from, count) => storeOf(dir).rows(from, count),
    preview: (file, dialect, entry) =>
      archiveKind(file) === null
        ? previewTable(file, dialect)
        : previewPacked(cacheDir, file, entry, dialect),
    entries: listEntries,
  }
}
