import { createReadStream } from 'node:fs'
import { Readable, Transform } from 'node:stream'
import { crc32, createGunzip, createInflateRaw } from 'node:zlib'
import { ProblemError } from '../../../../shared/problems.ts'
import { archiveKind } from './archiveKind.ts'
import { tableEntries, zipEntries } from './listEntries.ts'
import { broken, readBytes, type ZipEntry } from './zipDirectory.ts'

/** A table in an archive, ready to be unpacked. */
export interface Packed {
  /** Its name in a zip; null in a gzip, which holds one file. */
  readonly entry: string | null
  readonly packedBytes: number
  /** Null where the archive does not say. */
  readonly bytes: number | null
  /** The steps its bytes go through, first to last; what they give is the table. */
  open(signal: AbortSignal | undefined): readonly [Readable, ...Transform[]]
}

/**
 * Finds a table in an open archive: the one named, or the only one. Throws `entryNeeded` when there are several,
 * `entryMissing`, `archiveEncrypted` and `archiveBroken`.
 */
export const findPacked = (
  fd: number,
  file: string,
  size: number,
  entry: string | undefined,
): Packed | null => {
  const kind = archiveKind(file)
  if (kind === null) return null
  if (kind === 'gzip')
    return {
      entry: null,
      packedBytes: size,
      bytes: null,
      open: (signal) => [createReadStream(file, { signal }), createGunzip()],
    }
  const found = chooseEntry(zipEntries(fd, file), file, entry)
  return openEntry(fd, file, size, found)
}

/**
 * An entry of an open zip of `size` bytes, ready to be unpacked; what comes out has the size and the checksum that the zip
 * says, or reading it fails. Throws `archiveBroken`.
 */
export const openEntry = (fd: number, file: string, size: number, found: ZipEntry): Packed => {
  const start = dataStart(fd, file, found)
  if (found.packedBytes > size - start) throw broken(file, 'truncated')
  return {
    entry: found.name,
    packedBytes: found.packedBytes,
    bytes: found.bytes,
    open: (signal) => [
      found.packedBytes === 0
        ? Readable.from([])
        : createReadStream(file, { start, end: start + found.packedBytes - 1, signal }),
      ...(found.method === 8 ? [createInflateRaw()] : []),
      checked(found, file),
    ],
  }
}

const chooseEntry = (entries: readonly ZipEntry[], file: string, wanted: string | undefined): ZipEntry => {
  const tables = tableEntries(entries)
  const names = tables
    .map(({ name }) => name)
    .slice(0, 20)
    .join(', ')
  if (wanted === undefined && tables.length > 1)
    throw new ProblemError('entryNeeded', { file, entries: names })
  const name = wanted?.normalize('NFC')
  const entry = name === undefined ? tables[0] : entries.find((one) => one.name === name)
  if (!entry) throw new ProblemError('entryMissing', { file, entry: name ?? '', entries: names })
  if (entry.isEncrypted) throw new ProblemError('archiveEncrypted', { file, entry: entry.name })
  if (entry.method !== 0 && entry.method !== 8) throw broken(file, `method ${entry.method}`)
  if (entry.bytes === 0 || entry.packedBytes === 0) throw new ProblemError('fileEmpty', { file: entry.name })
  return entry
}

const localMark = 0x04034b50

/** Where an entry's bytes start: behind its own header, whose lengths may differ from the directory's. */
const dataStart = (fd: number, file: string, { offset }: ZipEntry): number => {
  const header = readBytes(fd, file, offset, 30)
  if (header.readUInt32LE(0) !== localMark) throw broken(file, 'header')
  return offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
}

/** Lets an entry's bytes through that are as many as the archive says, and have the checksum it says. */
const checked = ({ bytes, crc }: ZipEntry, file: string): Transform => {
  let count = 0
  let sum = 0
  return new Transform({
    transform(part: Buffer, _, done) {
      count += part.length
      sum = crc32(part, sum)
      done(count > bytes ? broken(file, 'size') : null, part)
    },
    flush(done) {
      done(count !== bytes ? broken(file, 'size') : sum !== crc ? broken(file, 'checksum') : null)
    },
  })
}
