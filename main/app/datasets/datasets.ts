import type { ArchiveEntry, TablePreview } from '../../../shared/contract.ts'
import { ProblemError } from '../../../shared/problems.ts'
import type { Dialect } from '../../../shared/table.ts'
import { archiveKind } from './archive/archiveKind.ts'
import { listEntries } from './archive/listEntries.ts'
import { previewPacked } from './archive/previewPacked.ts'
import { type OpenedDataset, type OpenOptions, openDataset } from './openDataset.ts'
import { openInWorker } from './openInWorker.ts'
import { previewTable } from './preview.ts'
import { ColumnStore } from './store.ts'

/** The data sets of the core: files parsed into columns on disk, and windows of their rows. */
export interface Datasets {
  /** Reads a file into the cache, or finds it there. Throws what `readTable` throws, `diskFull` and `writeFailed`. */
  open(file: string, options?: OpenOptions): Promise<OpenedDataset>
  /** Up to `count` rows from row `from` on of an opened data set, as they are shown; null is missing. */
  rows(dir: string, from: number, count: number): Promise<TablePreview['rows']>
  /** The first 1,000 rows of a file and how it would be read, without waiting for the rest. */
  preview(file: string, dialect?: Partial<Dialect>, entry?: string): Promise<TablePreview>
  /** The tables in an archive; null when the file is none. Throws what `listEntries` throws. */
  entries(file: string): readonly ArchiveEntry[] | null
}

const mostOpen = 4

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
  return {
    open: (file, options = {}) =>
      workerPath === undefined
        ? openDataset(cacheDir, file, options)
        : openInWorker(workerPath, cacheDir, file, options),
    rows: async (dir, from, count) => storeOf(dir).rows(from, count),
    preview: (file, dialect, entry) =>
      archiveKind(file) === null
        ? previewTable(file, dialect)
        : previewPacked(cacheDir, file, entry, dialect),
    entries: listEntries,
  }
}
