import { fstatSync, readSync } from 'node:fs'
import { isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import { ProblemError } from '../../../../shared/problems.ts'

/** A file in a zip archive, as the archive's directory says. */
export interface ZipEntry {
  readonly name: string
  readonly bytes: number
  readonly packedBytes: number
  readonly crc: number
  /** 0 stored, 8 deflated; others can't be read. */
  readonly method: number
  readonly isEncrypted: boolean
  /** Where its own header is in the archive. */
  readonly offset: number
}

const endMark = 0x06054b50
const wideEndMark = 0x06064b50
const wideLocatorMark = 0x07064b50
const entryMark = 0x02014b50
const endLength = 22
const longestComment = 65_535
const longestDirectory = 32 * 2 ** 20
const mostEntries = 50_000

/** An archive that does not hold what it should; `cause` says what. */
export const broken = (file: string, cause: string): ProblemError =>
  new ProblemError('archiveBroken', { file, cause })

/** Reads exactly so many bytes of an open archive; throws `archiveBroken` where it has not that many. */
export const readBytes = (fd: number, file: string, from: number, length: number): Buffer => {
  if (from < 0 || !Number.isSafeInteger(from) || length < 0) throw broken(file, 'offset')
  const bytes = Buffer.alloc(length)
  for (let at = 0; at < length; ) {
    const count = readSync(fd, bytes, at, length - at, from + at)
    if (count === 0) throw broken(file, 'truncated')
    at += count
  }
  return bytes
}

/**
 * The files in a zip archive, folders left out, in the archive's order. Names are UTF-8 where the archive or the bytes say
 * so, else CP949, as zips made in Korea have them, and in NFC. Throws `archiveBroken`.
 */
export const readZipDirectory = (fd: number, file: string): readonly ZipEntry[] => {
  const { offset, length, count } = findDirectory(fd, file)
  if (count > mostEntries || length > longestDirectory) throw broken(file, 'directory')
  const bytes = readBytes(fd, file, offset, length)
  const entries: ZipEntry[] = []
  let at = 0
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entryMark) throw broken(file, 'directory')
    const end =
      at + 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
    if (end > bytes.length) throw broken(file, 'directory')
    const entry = readEntry(bytes, at)
    if (!entry.name.endsWith('/')) entries.push(entry)
    at = end
  }
  return entries
}

const findDirectory = (fd: number, file: string) => {
  const { size } = fstatSync(fd)
  const from = Math.max(0, size - endLength - longestComment)
  const tail = readBytes(fd, file, from, size - from)
  for (let at = tail.length - endLength; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== endMark) continue
    const count = tail.readUInt16LE(at + 10)
    const length = tail.readUInt32LE(at + 12)
    const offset = tail.readUInt32LE(at + 16)
    if (count !== 0xffff && length !== 0xffffffff && offset !== 0xffffffff) return { count, length, offset }
    return findWideDirectory(fd, file, tail, at)
  }
  throw broken(file, 'truncated')
}

/** The directory of an archive with sizes of 64 bits. */
const findWideDirectory = (fd: number, file: string, tail: Buffer, end: number) => {
  const at = end - 20
  if (at < 0 || tail.readUInt32LE(at) !== wideLocatorMark) throw broken(file, 'directory')
  const record = readBytes(fd, file, Number(tail.readBigUInt64LE(at + 8)), 56)
  if (record.readUInt32LE(0) !== wideEndMark) throw broken(file, 'directory')
  return {
    count: Number(record.readBigUInt64LE(32)),
    length: Number(record.readBigUInt64LE(40)),
    offset: Number(record.readBigUInt64LE(48)),
  }
}

const readEntry = (bytes: Buffer, at: number): ZipEntry => {
  const flags = bytes.readUInt16LE(at + 8)
  const nameEnd = at + 46 + bytes.readUInt16LE(at + 28)
  const extra = bytes.subarray(nameEnd, nameEnd + bytes.readUInt16LE(at + 30))
  const sizes = [bytes.readUInt32LE(at + 24), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)]
  const [unpacked = 0, packedBytes = 0, offset = 0] = wideSizes(sizes, extra)
  return {
    name: entryName(bytes.subarray(at + 46, nameEnd), (flags & 0x800) !== 0),
    bytes: unpacked,
    packedBytes,
    crc: bytes.readUInt32LE(at + 16),
    method: bytes.readUInt16LE(at + 10),
    isEncrypted: (flags & 1) !== 0,
    offset,
  }
}

/** Sizes that do not fit 32 bits are in the extra field, in their order. */
const wideSizes = (sizes: readonly number[], extra: Buffer): readonly number[] => {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    let from = at + 4
    return sizes.map((size) => {
      if (size !== 0xffffffff || from + 8 > extra.length) return size
      from += 8
      return Number(extra.readBigUInt64LE(from - 8))
    })
  }
  return sizes
}

const entryName = (bytes: Buffer, saysUtf8: boolean): string =>
  (saysUtf8 || isUtf8(bytes) ? bytes.toString('utf8') : iconv.decode(bytes, 'cp949')).normalize('NFC')
