import { isAscii, isUtf8 } from 'node:buffer'
import * as chardet from 'chardet'
import iconv from 'iconv-lite'
import { ProblemError } from '../../../../shared/problems.ts'

/** Korean, and the single-byte encodings: in these a delimiter, quote or line end is never part of another character. */
const delimiterSafe =
  /^(utf-?8|ascii|cp949|euc-?kr|uhc|ks_c_5601.*|windows-?125\d|iso-?8859-?\d+|latin\d|koi8-?[ru]|cp(437|85\d|866|1252))$/i

/** Whether records can be found in the raw bytes; otherwise they are turned into UTF-8 first. */
const isDelimiterSafe = (encoding: string): boolean => delimiterSafe.test(encoding)

/** Whether the bytes are UTF-8, or ASCII. */
export const isUtf8Name = (encoding: string): boolean => /^(utf-?8|ascii)$/i.test(encoding)

/** Refuses a name no decoder exists for. */
export const checkEncoding = (encoding: string): string => {
  if (iconv.encodingExists(encoding)) return encoding
  throw new ProblemError('valueInvalid', { param: 'encoding', found: encoding })
}

export type CellDecoder = (bytes: Buffer, from: number, to: number) => string

/** Decodes the bytes of a cell. */
export const cellDecoder = (encoding: string): CellDecoder =>
  isUtf8Name(encoding)
    ? (bytes, from, to) => bytes.toString('utf8', from, to)
    : (bytes, from, to) => {
        const cell = bytes.subarray(from, to)
        return isAscii(cell) ? bytes.toString('latin1', from, to) : iconv.decode(cell, encoding)
      }

/** A function that turns a file's bytes into UTF-8 block by block, or nothing when the raw bytes will do. */
export const transcoder = (encoding: string): ((bytes: Buffer | null) => Buffer) | undefined => {
  if (isDelimiterSafe(encoding)) return undefined
  const decoder = iconv.getDecoder(encoding)
  return (bytes) => Buffer.from((bytes === null ? decoder.end() : decoder.write(bytes)) ?? '')
}

/** Length of a UTF-8 byte order mark at the start, else 0. */
export const utf8MarkLength = (bytes: Buffer): number =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0

/** The encoding of a file from its first bytes; null when they are plain ASCII and the rest must tell. */
export const sniffEncoding = (head: Buffer): string | null => {
  if (utf8MarkLength(head)) return 'utf-8'
  if (head[0] === 0xff && head[1] === 0xfe) return head[2] === 0 && head[3] === 0 ? 'utf-32le' : 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  const wide = sniffWide(head)
  if (wide) return wide
  const text = withoutCutCharacter(head)
  if (isAscii(text)) return null
  if (isMostlyUtf8(text)) return 'utf-8'
  if (isKorean(text)) return 'cp949'
  const guess = chardet.detect(text.subarray(0, 65_536))?.toLowerCase() ?? 'windows-1252'
  if (guess === 'euc-kr') return 'cp949'
  return guess !== 'ascii' && guess !== 'utf-8' && iconv.encodingExists(guess) ? guess : 'windows-1252'
}

const sniffWide = (head: Buffer): string | null => {
  const length = Math.min(head.length, 4096) & ~1
  let evenZeros = 0
  let oddZeros = 0
  for (let at = 0; at < length; at += 2) {
    if (head[at] === 0) evenZeros++
    if (head[at + 1] === 0) oddZeros++
  }
  const many = length / 10
  if (oddZeros > many && evenZeros * 10 < oddZeros) return 'utf-16le'
  return evenZeros > many && oddZeros * 10 < evenZeros ? 'utf-16be' : null
}

/** The bytes up to the last line end, so that no character is cut in two. */
const withoutCutCharacter = (bytes: Buffer): Buffer => {
  const end = Math.max(bytes.lastIndexOf(10), bytes.lastIndexOf(13))
  return end < 0 ? bytes : bytes.subarray(0, end)
}

/** UTF-8, or UTF-8 in which a few characters are damaged. */
const isMostlyUtf8 = (bytes: Buffer): boolean => {
  if (isUtf8(bytes)) return true
  let damaged = 0
  let sound = 0
  for (const character of bytes.toString('utf8')) {
    if (character === '\ufffd') damaged++
    else if (character > '\u007f') sound++
  }
  return sound > damaged * 10
}

/**
 * Whether the bytes are CP949: all of them decode, and most of the characters outside ASCII are of the 2,350 common
 * Hangul syllables (lead B0-C8, trail A1-FE); iconv-lite knows all 11,172, such as 똠방각하.
 */
const isKorean = (bytes: Buffer): boolean => {
  let pairs = 0
  let common = 0
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] as number
    if (lead < 0x80) continue
    const trail = bytes[++at] ?? 0
    pairs++
    if (lead >= 0xb0 && lead <= 0xc8 && trail >= 0xa1 && trail <= 0xfe) common++
  }
  return (
    common >= pairs * 0.7 && !iconv.decode(bytes.subarray(0, 65_536), 'cp949').slice(0, -1).includes('\ufffd')
  )
}
