import type { FileKind } from '../../../../shared/fileKinds.ts'

const signatures: readonly (readonly [string, FileKind])[] = [
  ['PK\u0003\u0004', 'zip'],
  ['\u00d0\u00cf\u0011\u00e0', 'xls'],
  ['%PDF', 'pdf'],
  ['PAR1', 'parquet'],
  ['\u001f\u008b', 'gzip'],
  ['\u0089PNG', 'png'],
  ['\u00ff\u00d8\u00ff', 'jpeg'],
  ['GIF8', 'gif'],
  ['\u0089HDF', 'hdf5'],
  ['SQLite format 3', 'sqlite'],
  ['\u0093NUMPY', 'npy'],
  ['7z\u00bc\u00af', '7z'],
  ['Rar!\u001a', 'rar'],
  ['ARROW1\u0000', 'arrow'],
  ['$FL2', 'spss'],
  ['$FL3', 'spss'],
  ['<stata_dta>', 'stata'],
]
const html =
  /^(?:\u00ef\u00bb\u00bf)?\s*(?:<!--[^>]*-->\s*)?<(?:!doctype|html|table|head|body|meta|style|script)\b/i
const xml = /^(?:\u00ef\u00bb\u00bf)?\s*<\?xml\b/i
const json = /^(?:\u00ef\u00bb\u00bf)?\s*(?:\{\s*"|\[\s*(?:\{|\[))/

/** What a file is that is not delimited text, by its first bytes; null when it may be a table. */
export const notATable = (head: Buffer, encoding: string | null): FileKind | null => {
  const start = head.toString('latin1', 0, 512)
  const known = signatures.find(([signature]) => start.startsWith(signature))
  if (known) return known[1]
  if (start.startsWith('ustar', 257)) return 'tar'
  if (html.test(start)) return 'html'
  if (xml.test(start)) return start.includes('<html') ? 'html' : 'xml'
  if (json.test(start)) return 'json'
  const wide = encoding !== null && /^utf-?(16|32)/i.test(encoding)
  return !wide && isBinary(head) ? 'binary' : null
}

/** Share of zero bytes, and of any control characters that text has no use for, above which a file is no text. */
const mostZeros = 0.01
const mostControls = 0.05

const isBinary = (bytes: Buffer): boolean => {
  const looked = Math.min(bytes.length, 65_536)
  let zeros = 0
  let controls = 0
  for (let at = 0; at < looked; at++) {
    const byte = bytes[at] ?? 0
    if (byte === 0) zeros++
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 26 && byte !== 27)) controls++
  }
  return zeros > looked * mostZeros || controls > looked * mostControls
}
