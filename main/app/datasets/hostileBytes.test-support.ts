import type { Random } from '../../../shared/prep/random.ts'
import type { BadRow } from '../../../shared/table.ts'
import type { HostileFile } from './hostile.test-support.ts'

const count = <T>(length: number, make: (at: number) => T): T[] => Array.from({ length }, (_, at) => make(at))
const pick = <T>(random: Random, items: readonly T[]): T => items[random.below(items.length)] as T

/** Line ends that change from row to row. */
export const mixedEndsFile = (random: Random, at: number): HostileFile => {
  // Lone carriage returns end lines where most lines end so.
  const ends = pick(random, [
    ['\n', '\r\n'],
    ['\r', '\r', '\r', '\r', '\r\n'],
    ['\n', '\n', '\r\n', '\r\n'],
  ])
  const rows = count(20 + random.below(60), (row) => [`r${row}`, String(random.below(1e6))])
  return {
    name: `mixed line ends ${at}`,
    content: `name,value${ends[0]}${rows.map((row) => row.join(',') + pick(random, ends)).join('')}`,
    options: { blockBytes: 1 + random.below(100) },
    table: {
      names: ['name', 'value'],
      rows: rows.length,
      cells: [rows.map(([name]) => name as string), rows.map(([, value]) => value as string)],
      bad: [],
    },
  }
}

/** Bytes that are no characters in some cells of a UTF-8 file: each noted by line and column, no row lost. */
export const damagedFile = (random: Random, at: number): HostileFile => {
  const broken = [
    [0xff],
    [0xc0, 0xaf],
    [0xed, 0xa0, 0x80],
    [0xf5, 0x80, 0x80, 0x80],
    [0xe2, 0x82],
    [0x80],
    [0xfe, 0xfe],
  ]
  const bad: [number, BadRow['reason'], string][] = []
  const parts: Buffer[] = [Buffer.from('이름,값,구분\n')]
  const rows = 200
  for (let row = 0; row < rows; row++) {
    const column = random.below(40)
    const cells = ['가나다', String(row), '라마'].map((cell, index) =>
      index === column && index !== 1 ? Buffer.from([97, ...pick(random, broken), 98]) : Buffer.from(cell),
    )
    if (column === 0 || column === 2) bad.push([row + 2, 'badEncoding', column === 0 ? '이름' : '구분'])
    parts.push(...cells.flatMap((cell, index) => [cell, Buffer.from(index < 2 ? ',' : '\n')]))
  }
  return {
    name: `damaged UTF-8 ${at}`,
    content: Buffer.concat(parts),
    options: { blockBytes: 50 + random.below(3000) },
    table: {
      names: ['이름', '값', '구분'],
      rows,
      cells: [undefined, count(rows, String)],
      bad,
    },
  }
}

/** A few NUL bytes inside cells stay what they are; the rest of the table is sound. */
export const nulFile = (random: Random, at: number): HostileFile => {
  const place = random.below(60)
  const texts = count(60, (row) => (row === place ? 'a\u0000b' : 'some longer words'))
  return {
    name: `a NUL byte in row ${place} (${at})`,
    content: `text,value\n${texts.map((text, row) => `${text},${row}`).join('\n')}`,
    table: {
      names: ['text', 'value'],
      rows: 60,
      cells: [texts, count(60, String)],
      bad: [],
    },
  }
}

const isBlank = (byte: number): boolean => byte === 32 || (byte >= 9 && byte <= 13)
const isControl = (byte: number): boolean =>
  byte < 9 || (byte > 13 && byte < 32 && byte !== 26 && byte !== 27)

/** Every byte as a file of its own. */
export const oneByteFile = (byte: number): HostileFile => {
  const name = `the byte ${byte} alone`
  const content = Buffer.of(byte)
  if (isBlank(byte)) return { name, content, problem: ['fileEmpty'] }
  if (isControl(byte)) return { name, content, problem: ['notATable'] }
  const character = String.fromCharCode(byte)
  if (byte >= 48 && byte <= 57) return { name, content, table: { rows: 1, cells: [[character]], bad: [] } }
  // A lone letter may be a name or a cell; a lone delimiter or quote parts nothing. One column or two of them, at most a row.
  return { name, content, table: {} }
}

/** Bytes without any order: at least one in ten is a control character, so this is no text. */
export const randomBytesFile = (random: Random, at: number): HostileFile => {
  const content = Buffer.from(count(400 + random.below(20_000), () => random.below(256)))
  // Not what starts like a file of another kind.
  content[0] = 120
  return { name: `random bytes ${at}`, content, problem: ['notATable'] }
}

/** Characters without any order but no quote, delimiter or line end among them: as many rows as lines, whole. */
export const randomTextFile = (random: Random, at: number): HostileFile => {
  const letters = 'abcdefghijklmnopqrstuvwxyzÄé한국어漢字😀!$%&/()=?*+~^°<>@€'
  const characters = Array.from(letters)
  const lines = count(
    1 + random.below(50),
    (row) => `${row}x${count(1 + random.below(200), () => pick(random, characters)).join('')}`,
  )
  return {
    name: `random text ${at}`,
    content: lines.join('\n'),
    options: { dialect: { delimiter: ',', header: false, skip: 0 }, blockBytes: 1 + random.below(500) },
    table: { rows: lines.length, cells: [lines], bad: [] },
  }
}

/** A quote at the start of a cell and none ever after. */
export const endlessQuoteFile = (random: Random, at: number): HostileFile => {
  const rows = 1000 + random.below(at % 10 === 0 ? 400_000 : 20_000)
  const row = random.below(rows)
  return {
    name: `a quote without end in row ${row} of ${rows}`,
    content: `a,b,c\n${count(rows, (index) => `${index},${index === row ? '"' : ''}word,${index}\n`).join('')}`,
    table: {
      names: ['a', 'b', 'c'],
      rows,
      cells: [count(rows, String), count(rows, () => 'word'), count(rows, String)],
      bad: [[row + 2, 'unclosedQuote', 'b']],
    },
  }
}

/** A row of a great many columns, with and without names for them; beyond 20,000 they are refused. */
export const wideFile = (columns: number, hasHeader: boolean): HostileFile => {
  const names = count(columns, (column) => (hasHeader ? `c${column}` : `column_${column + 1}`))
  const rows = count(4, (row) => count(columns, (column) => String((column * 7 + row) / 2)))
  const content = [...(hasHeader ? [names] : []), ...rows].map((row) => row.join(',')).join('\n')
  const name = `${columns} columns ${hasHeader ? 'with' : 'without'} names`
  if (columns > 20_000) return { name, content, problem: ['tooManyColumns'] }
  return {
    name,
    content,
    table: {
      names,
      rows: 4,
      cells: count(columns, (column) => rows.map((row) => row[column] as string)),
      bad: [],
    },
  }
}

/** A quoted cell that goes on over more lines than this many bytes is one whose quote was never closed. */
const longestQuoted = 2 ** 24

/** One cell of so many bytes among small ones. */
export const hugeCellFile = (bytes: number, kind: 'plain' | 'quoted' | 'lines'): HostileFile => {
  const line = `${'long words '.repeat(9)}end`
  const huge =
    kind === 'lines' ? `${line}\n`.repeat(bytes / 100).slice(0, bytes - 1) + 'z' : 'x'.repeat(bytes)
  const content = `a,b\n1,small\n2,${kind === 'plain' ? huge : `"${huge}"`}\n3,small\n`
  const name = `a cell of ${bytes} bytes, ${kind}`
  if (kind === 'lines' && bytes > longestQuoted)
    return { name, content, table: { names: ['a', 'b'], rows: content.split('\n').length - 2 } }
  return {
    name,
    content,
    table: {
      names: ['a', 'b'],
      rows: 3,
      cells: [
        ['1', '2', '3'],
        ['small', huge, 'small'],
      ],
      bad: [],
    },
  }
}

/** A line that does not end, of so many bytes; one that ends after very many cells; and quotes by the million. */
export const endlessFiles = (bytes: number): readonly HostileFile[] => [
  { name: `${bytes} bytes without a line end`, content: 'a'.repeat(bytes), problem: ['notATable'] },
  { name: `${bytes / 2} cells without a line end`, content: '1,'.repeat(bytes / 2), problem: ['notATable'] },
  {
    name: `${bytes} bytes of doubled quotes without a line end`,
    content: `"${'b""'.repeat(bytes / 3)}`,
    problem: ['notATable'],
  },
  {
    name: `a row of ${bytes / 2} cells in a table of three columns`,
    content: `a,b,c\n1,2,3\n4,5,6${',7'.repeat(bytes / 2)}\n8,9,10\n`,
    table: {
      names: ['a', 'b', 'c'],
      rows: 3,
      cells: [
        ['1', '4', '8'],
        ['2', '5', '9'],
        ['3', '6', '10'],
      ],
      bad: [[3, 'long']],
    },
  },
  {
    name: `a cell of ${bytes / 4} doubled quotes`,
    content: `a,b\n1,"${'""'.repeat(bytes / 4)}"\n2,x\n`,
    table: {
      names: ['a', 'b'],
      rows: 2,
      cells: [
        ['1', '2'],
        ['"'.repeat(bytes / 4), 'x'],
      ],
      bad: [],
    },
  },
]

/** Long cells in which much has to be looked at more than once by whoever looks for numbers, dates or units in them. */
const longCells = (length: number): readonly string[] => {
  const many = (text: string): string => text.repeat(Math.ceil(length / text.length))
  return [
    ' ',
    '\u00a0',
    '\u3000',
    '\t',
    '\n',
    ' x',
    '1',
    '1 ',
    '1.',
    '1,',
    ',000',
    '1e',
    '(',
    '-',
    '2023-01-01',
    '2023년',
    '12:',
    'Jan ',
    '오후 ',
    '₩',
    ' %',
    'kg/',
    "'",
    '""',
  ].map((text) => `a${many(text)}b`)
}

/** Each of these cells as a header, among numbers, among words, and in every row of a column. */
export const longCellFiles = (length: number): readonly HostileFile[] =>
  longCells(length).flatMap((cell, at) => {
    const quoted = `"${cell.replaceAll('"', '""')}"`
    const file = (where: string, name: string, cells: readonly string[], bad: boolean): HostileFile => ({
      name: `long cell ${at}, ${JSON.stringify(cell.slice(0, 9))}, ${where}`,
      content: `a,${name},c\n${cells.map((text, row) => `${row},${text},y\n`).join('')}`,
      table: {
        rows: cells.length,
        cells: [
          count(cells.length, String),
          bad ? undefined : cells.map((text) => (text === quoted ? cell : text)),
        ],
        bad: bad ? [[9, 'notANumber', 'b']] : [],
      },
    })
    return [
      file('as a header', quoted, count(12, String), false),
      file(
        'among numbers',
        'b',
        count(300, (row) => (row === 7 ? quoted : String(row))),
        true,
      ),
      file(
        'among words',
        'b',
        count(30, (row) => (row === 7 ? quoted : `word ${row}`)),
        false,
      ),
      file(
        'everywhere',
        'b',
        count(12, () => quoted),
        false,
      ),
    ]
  })

/** UTF-16 that ends in the middle of a character, or holds half of a pair. */
export const wideCharactersFile = (random: Random, at: number): HostileFile => {
  const isBig = random.below(2) === 1
  const rows = 10 + random.below(40)
  const text = `\ufeff이름,값\n${count(rows, (row) => `${row === 5 ? '반\ud83d쪽' : '똠방각하😀'},${row}\n`).join('')}`
  const little = Buffer.from(text, 'utf16le')
  const whole = isBig ? Buffer.from(little).swap16() : little
  return {
    name: `UTF-16 ${isBig ? 'big' : 'little'} endian, cut off (${at})`,
    content: Buffer.concat([whole, Buffer.of(isBig ? 0xac : 0x20)]),
    options: { blockBytes: 1 + random.below(200) },
    table: {
      names: ['이름', '값'],
      cells: [undefined, undefined],
    },
  }
}

/** Nothing but delimiters, blanks or line ends, or starts of other files. */
export const emptyFiles: readonly HostileFile[] = [
  ...['', ' ', '\n\n\n', '\r', '\r\n\r\n', '\t \n', '\ufeff', '\ufeff\n', ' \n \n'].map(
    (content): HostileFile => ({
      name: `nothing but ${JSON.stringify(content)}`,
      content,
      problem: ['fileEmpty'],
    }),
  ),
  ...[
    ['<html><body>', 'html'],
    ['  <!DOCTYPE html>', 'html'],
    ['{"a": [1]}', 'json'],
    ['%PDF-1.7', 'pdf'],
    ['\u0000\u0001\u0002\u0003', 'binary'],
    ['SQLite format 3\u0000', 'sqlite'],
  ].map(
    ([content = '', kind]): HostileFile => ({
      name: `a file of the kind ${kind}`,
      content,
      problem: ['notATable'],
    }),
  ),
]
