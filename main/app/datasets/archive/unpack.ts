import { createHash } from 'node:crypto'
import { closeSync, fstatSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { Transform, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ProblemError } from '../../../../shared/problems.ts'
import { readProblem, writeProblem } from '../../files/fileProblem.ts'
import type { ReadProgress } from '../csv/readCsv.ts'
import { findPacked, type Packed } from './packedStream.ts'
import { broken } from './zipDirectory.ts'

/** How much may come out of an archive: a table of any size people have, but no bomb. */
export interface UnpackLimits {
  readonly mostBytes: number
  /** Above `freeBytes`, at most so many bytes may come out of each one in the archive. */
  readonly mostGrowth: number
  readonly freeBytes: number
}
const usualLimits: UnpackLimits = { mostBytes: 16 * 2 ** 30, mostGrowth: 200, freeBytes: 2 ** 30 }

/** Which table is unpacked, and who is told of it; a zip with a single table needs no name. */
export interface UnpackOptions {
  readonly entry?: string | undefined
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: ReadProgress) => void) | undefined
  readonly limits?: UnpackLimits
}

/** Opens an archive, does something with the table in it, and closes it. */
const withPacked = async <T>(
  file: string,
  entry: string | undefined,
  work: (packed: Packed) => Promise<T>,
): Promise<T> => {
  let fd: number
  try {
    fd = openSync(file, 'r')
  } catch (error) {
    throw readProblem(error, file)
  }
  try {
    const packed = findPacked(fd, file, fstatSync(fd).size, entry)
    if (!packed) throw broken(file, 'no archive')
    return await work(packed)
  } finally {
    closeSync(fd)
  }
}

/** Ends a pipeline that has given all that was wanted of it. */
class Enough extends Error {}

/**
 * Unpacks the table in an archive into a folder, as a file named after the SHA-256 of its bytes, whose path it gives. Throws
 * what `findPacked` throws, `archiveTooLarge`, `cancelled`, `diskFull` and `writeFailed`.
 */
export const unpack = (
  dir: string,
  file: string,
  { entry, signal, onProgress, limits = usualLimits }: UnpackOptions,
): Promise<{ readonly path: string; readonly sha256: string }> =>
  withPacked(file, entry, async (packed) => {
    const temporary = join(dir, `${process.pid}-${crypto.randomUUID()}.tmp`)
    try {
      const sha256 = await writeUnpacked(dir, temporary, file, packed, { signal, onProgress, limits })
      const path = join(dir, sha256)
      renameSync(temporary, path)
      return { path, sha256 }
    } catch (error) {
      rmSync(temporary, { force: true })
      throw problemOf(error, file, signal)
    }
  })

const writeUnpacked = async (
  dir: string,
  temporary: string,
  file: string,
  packed: Packed,
  { signal, onProgress, limits = usualLimits }: UnpackOptions,
): Promise<string> => {
  const most = Math.min(limits.mostBytes, Math.max(limits.freeBytes, packed.packedBytes * limits.mostGrowth))
  const tooLarge = (found: number) => new ProblemError('archiveTooLarge', { file, found, limit: most })
  if (packed.bytes !== null && packed.bytes > most) throw tooLarge(packed.bytes)
  const hash = createHash('sha256')
  let count = 0
  const [source, ...steps] = packed.open(signal)
  let taken = 0
  const counted = new Transform({
    transform(part: Buffer, _, done) {
      taken += part.length
      onProgress?.({ bytes: taken, total: packed.packedBytes })
      done(null, part)
    },
  })
  const fd = writing(dir, () => {
    mkdirSync(dir, { recursive: true })
    return openSync(temporary, 'wx')
  })
  try {
    const sink = new Writable({
      write(part: Buffer, _, done) {
        count += part.length
        if (count > most) return done(tooLarge(count))
        hash.update(part)
        try {
          writing(dir, () => writeAll(fd, part))
          done()
        } catch (error) {
          done(error as Error)
        }
      },
    })
    await pipeline([source, counted, ...steps, sink], signal ? { signal } : {})
    return hash.digest('hex')
  } finally {
    closeSync(fd)
  }
}

const writing = <T>(dir: string, work: () => T): T => {
  try {
    return work()
  } catch (error) {
    throw writeProblem(error, dir)
  }
}

const writeAll = (fd: number, bytes: Buffer): void => {
  for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at)
}

/** The first bytes of the table in an archive, at least so many or all of them. Throws what `unpack` throws. */
export const unpackHead = (
  file: string,
  entry: string | undefined,
  wanted: number,
): Promise<{ readonly bytes: Buffer; readonly whole: boolean }> =>
  withPacked(file, entry, async (packed) => {
    const parts: Buffer[] = []
    let count = 0
    const sink = new Writable({
      write(part: Buffer, _, done) {
        parts.push(part)
        count += part.length
        done(count >= wanted ? new Enough() : null)
      },
    })
    try {
      await pipeline([...packed.open(undefined), sink])
      return { bytes: Buffer.concat(parts), whole: true }
    } catch (error) {
      if (error instanceof Enough) return { bytes: Buffer.concat(parts), whole: false }
      throw problemOf(error, file, undefined)
    }
  })

/** What went wrong: our own problems as they are, zlib's as a broken archive, the rest as reading that failed. */
const problemOf = (error: unknown, file: string, signal: AbortSignal | undefined): unknown => {
  if (signal?.aborted) return new ProblemError('cancelled')
  if (error instanceof ProblemError || !(error instanceof Error) || !('code' in error)) return error
  const code = String(error.code)
  return code.startsWith('Z_') ? broken(file, 'data') : readProblem(error, file)
}
