import iconv from 'iconv-lite'

const asciiMarks =
  'NA na N/A n/a <NA> NaN nan NAN null NULL Null None ? - #N/A #DIV/0! #VALUE! #REF! #NAME? #NUM! #NULL!'.split(
    ' ',
  )
const koreanMarks = ['결측', '미상', '없음']
const marks = new Set(
  ['', ...asciiMarks].concat(
    koreanMarks.flatMap((mark) => [
      Buffer.from(mark).toString('latin1'),
      iconv.encode(mark, 'cp949').toString('latin1'),
    ]),
  ),
)
const longest = Math.max(...[...marks].map((mark) => mark.length))

/** The number that stands for a missing measurement. */
export const missingNumber = -9999

/** Whether a cell, its bytes as latin1 text, stands for a missing value. */
export const isMissingText = (cell: string): boolean => marks.has(cell.trim())

/** Whether the cell in bytes[from, to) stands for a missing value, in UTF-8 or CP949. */
export const isMissing = (bytes: Buffer, from: number, to: number): boolean => {
  let start = from
  let end = to
  while (start < end && (bytes[start] as number) <= 32) start++
  while (end > start && (bytes[end - 1] as number) <= 32) end--
  return end - start <= longest && marks.has(bytes.toString('latin1', start, end))
}
