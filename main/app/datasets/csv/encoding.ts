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
  // What is the same in both is taken for the more usual one.
  if (/^(?:windows-125\d|iso-8859-\d+)$/.test(guess) && isWestern(text, guess)) return 'windows-1252'
  return guess !== 'ascii' && guess !== 'utf-8' && iconv.encodingExists(guess) ? guess : 'windows-1252'
}

/** Of so many two-byte characters at the start, a fiftieth must be marks of a table, and nine tenths likely at all. */
const wideUnits = 4096

/** Whether the bytes mean the same in an encoding as in Western Windows. */
const isWestern = (bytes: Buffer, encoding: string): boolean =>
  iconv.decode(bytes.subarray(0, 65_536), encoding) ===
  iconv.decode(bytes.subarray(0, 65_536), 'windows-1252')

/** UTF-16 without a mark, by the marks that any table has: line ends, delimiters, blanks and digits. */
const sniffWide = (head: Buffer): string | null => {
  const length = Math.min(head.length >> 1, wideUnits)
  if (length === 0 || !head.subarray(0, length * 2).includes(0)) return null
  const little = wideMarks(length, (at) => head.readUInt16LE(at))
  const big = wideMarks(length, (at) => head.readUInt16BE(at))
  if (little.marks > length / 50 && big.marks * 10 < little.marks && little.likely > length * 0.9)
    return 'utf-16le'
  return big.marks > length / 50 && little.marks * 10 < big.marks && big.likely > length * 0.9
    ? 'utf-16be'
    : null
}

const wideMarks = (length: number, unitAt: (at: number) => number) => {
  let marks = 0
  let likely = 0
  for (let index = 0; index < length; index++) {
    const unit = unitAt(index * 2)
    if ((unit >= 0x30 && unit <= 0x39) || tableMarks.has(unit)) marks++
    if (isLikelyText(unit)) likely++
  }
  return { marks, likely }
}

const tableMarks = new Set(Buffer.from('\n\r\t ,;|"'))

/** Latin, Greek and Cyrillic letters, signs, Chinese, Japanese and Korean, and halves of what lies beyond. */
const isLikelyText = (unit: number): boolean =>
  tableMarks.has(unit) ||
  (unit > 32 && unit < 127) ||
  (unit >= 0xa0 && unit < 0x530) ||
  (unit >= 0x2000 && unit < 0x3400) ||
  (unit >= 0x4e00 && unit < 0xa000) ||
  (unit >= 0xac00 && unit < 0xe000) ||
  unit >= 0xf900

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
