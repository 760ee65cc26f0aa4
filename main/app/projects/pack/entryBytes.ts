import { createHash } from 'node:crypto'
import { PassThrough } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ProblemError } from '../../../../shared/problems.ts'
import type { Packed } from '../../datasets/archive/packedStream.ts'
import { readProblem } from '../../files/fileProblem.ts'
import { writeSafely } from '../../files/writeSafely.ts'
import { damaged } from './damaged.ts'
import type { PackEntry } from './packEntry.ts'

/** What went wrong with an entry: our own problems as they are, what zlib and the archive refuse as damage. */
const problemOf = (error: unknown, file: string, name: string): unknown => {
  if (error instanceof ProblemError)
    return error.problem.code === 'archiveBroken'
      ? damaged(name, String(error.problem.values?.['cause'] ?? ''))
      : error
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code.startsWith('Z_')) return damaged(name, 'data')
  if (code === 'ABORT_ERR') return new ProblemError('cancelled')
  return readProblem(error, file)
}

/** Reading ended because what it was read for had failed. */
const isCutOff = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE'

type Parts = AsyncIterable<Uint8Array>

const through = async (
  file: string,
  name: string,
  packed: Packed,
  signal: AbortSignal | undefined,
  take: (parts: Parts) => Promise<void>,
): Promise<void> => {
  const [source, ...steps] = packed.open(signal)
  const out = new PassThrough()
  // Both have ended, whatever happens: what is written is put away before the problem is told.
  const [read, taken] = await Promise.allSettled([pipeline([source, ...steps, out]), take(out)])
  if (read.status === 'rejected' && !(taken.status === 'rejected' && isCutOff(read.reason)))
    throw problemOf(read.reason, file, name)
  if (taken.status === 'rejected') throw problemOf(taken.reason, file, name)
}

/** An entry's bytes in memory, at most so many. Throws `packTooLarge` and `packDamaged`. */
export async function collectEntry(
  file: string,
  name: string,
  packed: Packed,
  limit: number,
): Promise<Buffer> {
  if ((packed.bytes ?? 0) > limit) throw new ProblemError('packTooLarge', { found: packed.bytes ?? 0, limit })
  const collected: Uint8Array[] = []
  await through(file, name, packed, undefined, async (parts) => {
    for await (const part of parts) collected.push(part)
  })
  return Buffer.concat(collected)
}

/** The bytes of an entry of a pack, checked by their hash. Throws `packDamaged`. */
export async function entryBytes(file: string, { path, sha256, packed, bytes }: PackEntry): Promise<Buffer> {
  const found = await collectEntry(file, path, packed, bytes)
  if (createHash('sha256').update(found).digest('hex') !== sha256) throw damaged(path, 'checksum')
  return found
}

/** Writes an entry to a new file, never holding it whole; one whose hash is wrong is left nowhere. Throws `packDamaged` and write problems. */
export async function writeEntry(
  file: string,
  { path, sha256, packed }: PackEntry,
  to: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  await through(file, path, packed, signal, (parts) => {
    async function* hashed(): AsyncGenerator<Uint8Array> {
      const hash = createHash('sha256')
      for await (const part of parts) {
        hash.update(part)
        yield part
      }
      if (hash.digest('hex') !== sha256) throw damaged(path, 'checksum')
    }
    return writeSafely(to, hashed())
  })
}
