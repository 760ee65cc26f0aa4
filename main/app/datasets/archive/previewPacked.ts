import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TablePreview } from '../../../../shared/contract.ts'
import type { Dialect } from '../../../../shared/table.ts'
import { writeProblem } from '../../files/fileProblem.ts'
import { previewTable } from '../preview.ts'
import { unpackHead } from './unpack.ts'
import { namingArchive } from './unpackedTable.ts'
import { unpackedDir } from './unpackedCache.ts'

const headBytes = 2 ** 20

/** The first rows of the table in an archive, of which no more is unpacked than that takes. Throws what `unpack` and `previewTable` throw. */
export const previewPacked = async (
  cacheDir: string,
  archive: string,
  entry: string | undefined,
  dialect: Partial<Dialect> | undefined,
): Promise<TablePreview> => {
  const { bytes, whole } = await unpackHead(archive, entry, headBytes)
  const dir = unpackedDir(cacheDir)
  const path = join(dir, `${process.pid}-${crypto.randomUUID()}.tmp`)
  try {
    try {
      mkdirSync(dir, { recursive: true })
      writeFileSync(path, whole ? bytes : bytes.subarray(0, wholeLines(bytes)))
    } catch (error) {
      throw writeProblem(error, dir)
    }
    return await namingArchive(archive, path, () => previewTable(path, dialect))
  } finally {
    rmSync(path, { force: true })
  }
}

/** The length of the lines that are whole; a line end of two bytes is not cut in two. */
const wholeLines = (bytes: Buffer): number => {
  const end = Math.max(bytes.lastIndexOf(10), bytes.lastIndexOf(13)) + 1
  return end === 0 ? bytes.length : bytes[end] === 0 ? end + 1 : end
}
