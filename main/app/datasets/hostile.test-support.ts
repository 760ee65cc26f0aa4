import type { ProblemCode } from '../../../shared/problems.ts'
import type { Random } from '../../../shared/prep/random.ts'
import type { BadRow } from '../../../shared/table.ts'
import type { ReadTableOptions } from './readTable.ts'

/** What must come of a file, said by whoever made it. */
export interface Expected {
  readonly names?: readonly string[]
  readonly rows?: number
  /** Cells by column as they are shown, null is missing; columns that are left out may hold anything. */
  readonly cells?: readonly (readonly (string | null)[] | undefined)[]
  /** Line, reason and column of every row that does not fit; absent when they are not looked at. */
  readonly bad?: readonly (readonly [line: number, reason: BadRow['reason'], column?: string])[]
}
/** A file someone may hand in, and what must come of it: a table, or a problem with one of these codes. */
export interface HostileFile {
  readonly name: string
  readonly content: string | Buffer
  readonly options?: ReadTableOptions
  readonly table?: Expected
  readonly problem?: readonly ProblemCode[]
}

/** The marks that stand for a missing cell, as the documentation lists them. */
const missing = new Set(
  '|NA|na|N/A|n/a|<NA>|NaN|nan|NAN|null|NULL|Null|None|?|-|#N/A|#DIV/0!|#VALUE!|#REF!|#NAME?|#NUM!|#NULL!|결측|미상|없음|-9999'.split(
    '|',
  ),
)
const shown = (cell: string): string | null =>
  missing.has(cell.replace(/^[\0- ]+|[\0- ]+$/g, '')) ? null : cell
const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`
const count = <T>(length: number, make: (at: number) => T): T[] => Array.from({ length }, (_, at) => make(at))
const pick = <T>(random: Random, items: readonly T[]): T => items[random.below(items.length)] as T

/** A header cell's name: in NFC, blanks folded, never empty. */
const nameOf = (cell: string, column: number): string =>
  cell.normalize('NFC').replace(/\s+/g, ' ').trim() || `column_${column + 1}`

/** A naughty string as a header, as a cell, and as a label that half of the rows have. */
export const naughtyFiles = (naughty: string, at: number): HostileFile[] => {
  const rows = count(12, (row) => [`word ${row}`, `${row * 2 + 1}.5`])
  const header: HostileFile = {
    name: `string ${at} as a header: ${JSON.stringify(naughty).slice(0, 60)}`,
    content: [['first', quoted(naughty), 'last'], ...rows.map((row) => [...row, 'x y'])]
      .map((row) => row.join(','))
      .join('\n'),
    options: { dialect: { header: true } },
    table: {
      names: ['first', nameOf(naughty, 1), 'last'],
      rows: 12,
      cells: [rows.map(([word]) => word as string), rows.map(([, value]) => value as string)],
      bad: [],
    },
  }
  const cell: HostileFile = {
    name: `string ${at} as a cell: ${JSON.stringify(naughty).slice(0, 60)}`,
    content: `word,text,value\r\n${rows.map(([word, value], row) => `${word},${row === 7 ? quoted(naughty) : 'plain words'},${value}\r\n`).join('')}`,
    table: {
      names: ['word', 'text', 'value'],
      rows: 12,
      cells: [undefined, rows.map((_, row) => (row === 7 ? shown(naughty) : 'plain words'))],
      bad: [],
    },
  }
  const label: HostileFile = {
    name: `string ${at} as a label: ${JSON.stringify(naughty).slice(0, 60)}`,
    content: `size;label\n${count(40, (row) => `${row / 4};${row % 2 ? quoted(naughty) : 'other kind'}\n`).join('')}`,
    table: {
      names: ['size', 'label'],
      rows: 40,
      cells: [
        count(40, (row) => String(row / 4)),
        count(40, (row) => (row % 2 ? shown(naughty) : 'other kind')),
      ],
      bad: [],
    },
  }
  return [header, cell, label]
}

/** Strings that harm those who take names for keys, text for code, or bytes for characters. */
export const ownNaughtyStrings = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '__defineGetter__',
  'valueOf',
  'length',
  'a\u0000b',
  '\u0000',
  '\u001b[31mred',
  '=cmd|"/c calc"!A1',
  '@SUM(1+1)*cmd',
  '+1-2',
  '../../../etc/passwd',
  'C:\\CON',
  'line\nfeed',
  'line\r\nend',
  '""',
  '"',
  ',;\t|',
  ' " ',
  '한글'.normalize('NFD'),
  '똠방각하',
  '\ufeff',
  '\u202etxt.exe',
  '\u2028\u2029',
  'x'.repeat(100_000),
  '"'.repeat(9999),
  '\n'.repeat(5000),
  '{{7*7}}',
  '${process.exit()}',
]

const delimiters = [',', ';', '\t', '|'] as const
const word = (random: Random): string => pick(random, ['red', 'green', '하늘', 'a b', 'été', 'x'])
const numberText = (random: Random): string => String(random.below(100_000) / 8)

/** A sound table: text, numbers, text; every row on a line of its own. */
const soundRows = (random: Random, rows: number): string[][] =>
  count(rows, () => [word(random), numberText(random), word(random)])
const names = ['name', 'value', 'kind']
const columnsOf = (rows: readonly (readonly (string | null)[])[]): (string | null)[][] =>
  names.map((_, column) => rows.map((row) => row[column] ?? null))

/** Rows that are too short or too long, each noted with its line and, where cells are missing, the first column without. */
export const raggedFile = (random: Random, at: number): HostileFile => {
  const delimiter = pick(random, delimiters)
  const newline = pick(random, ['\n', '\r\n', '\r'])
  const bad: [number, BadRow['reason'], string?][] = []
  const rows = soundRows(random, 30 + random.below(40)).map((cells, row) => {
    const roll = random.below(12)
    if (roll === 0) bad.push([row + 2, 'long'])
    if (roll === 0) return [...cells, 'surplus', '9']
    if (roll > 2) return cells
    bad.push([row + 2, 'short', names[roll] as string])
    return cells.slice(0, roll)
  })
  return {
    name: `ragged ${at}`,
    content: [names, ...rows].map((row) => row.join(delimiter)).join(newline),
    table: { names, rows: rows.length, cells: columnsOf(rows), bad },
  }
}

/** A quote that is never closed, or one in the middle of a cell: no other row may suffer. */
export const quoteFile = (random: Random, at: number): HostileFile => {
  const delimiter = pick(random, delimiters)
  const newline = pick(random, ['\n', '\r\n', '\r'])
  const rows = soundRows(random, 30 + random.below(300))
  const row = random.below(rows.length)
  const column = pick(random, [0, 2])
  const [text, cell, reason] = pick(random, [
    ['"open', 'open', 'unclosedQuote'],
    ['"un"quoted"', 'un"quoted', 'strayQuote'],
    ['"stray"s', '"stray"s', 'strayQuote'],
    ['"', null, 'unclosedQuote'],
  ] as const)
  const texts = rows.map((cells, index) => (index === row ? cells.with(column, text) : cells))
  const values = rows.map((cells, index) =>
    index === row ? (cells as (string | null)[]).with(column, cell) : cells,
  )
  return {
    name: `quotes ${at}: ${text} at row ${row} of ${rows.length}`,
    content: [names, ...texts].map((cells) => cells.join(delimiter)).join(newline) + newline,
    options: pick(random, [{}, { blockBytes: 1 + random.below(300) }]),
    table: {
      names,
      rows: rows.length,
      cells: columnsOf(values),
      bad: [[row + 2, reason, names[column] as string]],
    },
  }
}

/** A sound file cut off at any byte behind its third row; what was before stays, the last row is what is left of it. */
export const truncatedFile = (random: Random, at: number): HostileFile => {
  const rows = soundRows(random, 40)
  const whole = Buffer.from([names, ...rows].map((cells) => `${cells.map(quoted).join(',')}\n`).join(''))
  const start = whole.indexOf(`\n"${rows[3]?.[0]}"`) + 1
  const end = start + random.below(whole.length - start)
  const content = whole.subarray(0, end)
  const before = content.toString('latin1').split('\n').length - 2
  const rest = content.subarray(content.lastIndexOf(10) + 1)
  const isSound = Buffer.from(rest.toString()).equals(rest)
  const cells = rest.toString().split(',')
  const bad: [number, BadRow['reason'], string?][] = []
  const last = rest.length === 0 ? [] : [cells.map((cell) => cell.replaceAll('"', ''))]
  if (!isSound) bad.push([before + 2, 'badEncoding', names[cells.length - 1] as string])
  const isOpen = rest.length > 0 && !/^"[^"]*"$|^$/.test(cells.at(-1) as string)
  if (isOpen) bad.push([before + 2, 'unclosedQuote', names[cells.length - 1] as string])
  // What is left of a number need not be what it was, but is one.
  if (rest.length > 0 && cells.length < 3) bad.push([before + 2, 'short', names[cells.length] as string])
  const shownRows = [...rows.slice(0, before), ...last.map((row) => row.map((cell) => cell || null))]
  return {
    name: `cut off at byte ${end} of ${whole.length} (${at})`,
    content,
    options: { dialect: { header: true, encoding: 'utf-8' } },
    table: {
      names,
      rows: shownRows.length,
      cells: columnsOf(shownRows).map((column, index) =>
        index === 1 ? column.map((cell) => (cell === null ? null : String(Number(cell)))) : column,
      ),
      bad,
    },
  }
}
