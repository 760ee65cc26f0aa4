const signatures: readonly (readonly [string, string])[] = [
  ['PK\u0003\u0004', 'xlsx'],
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
]
const markup = /^(?:\u00ef\u00bb\u00bf)?\s*<(?:!doctype|html|table|\?xml|head|body|meta)/i
const json = /^(?:\u00ef\u00bb\u00bf)?\s*(?:\{\s*"|\[\s*(?:\{|\[))/

/** What a file is that is not delimited text, by its first bytes; null when it may be a table. */
export const notATable = (head: Buffer, encoding: string | null): string | null => {
  const start = head.toString('latin1', 0, 512)
  const known = signatures.find(([signature]) => start.startsWith(signature))
  if (known) return known[1]
  if (markup.test(start)) return 'html'
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
