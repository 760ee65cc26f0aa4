import { ProblemError } from '../../../../shared/problems.ts'
import { type UnpackOptions, unpack } from './unpack.ts'
import { findUnpacked, trimUnpacked, unpackedDir } from './unpackedCache.ts'

/** Unpacked tables are kept for another reading of them, up to so many bytes in all. */
const mostUnpackedBytes = 2 * 2 ** 30

/** The table in an archive as a file of its own, unpacked now or before (when its hash is remembered). Throws what `unpack` throws. */
export const unpackedTable = async (
  cacheDir: string,
  archive: string,
  remembered: string | null,
  options: UnpackOptions,
): Promise<{ readonly path: string; readonly sha256: string }> => {
  const kept = remembered === null ? null : findUnpacked(cacheDir, remembered)
  if (remembered !== null && kept !== null) return { path: kept, sha256: remembered }
  const unpacked = await unpack(unpackedDir(cacheDir), archive, options)
  trimUnpacked(cacheDir, unpacked.path, mostUnpackedBytes)
  return unpacked
}

/** Does something with an unpacked table; a problem with it names the archive, for the table's own path means nothing to people. */
export const namingArchive = async <T>(archive: string, path: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem.values?.['file'] !== path) throw error
    throw new ProblemError(error.problem.code, { ...error.problem.values, file: archive })
  }
}
