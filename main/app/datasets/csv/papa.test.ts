import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import Papa from 'papaparse'
import { afterAll, describe, expect, it } from 'vitest'
import { MissingMarks } from './missing.ts'
import { parseNumber } from './number.ts'
import { type ReadCsv, type ReadOptions, readCsv } from './readCsv.ts'

const folder = mkdtempSync(join(tmpdir(), 'layerloom-papa-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const read = (text: string | Buffer, options: ReadOptions): ReadCsv => {
  const file = join(folder, 'file.csv')
  writeFileSync(file, text)
  const steps = readCsv(file, options)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
const given = { encoding: 'utf-8', decimal: '.', thousands: '', skip: 0 } as const
const missing = new MissingMarks()
const latin1 = (text: string): string => Buffer.from(text).toString('latin1')

/** Compares a cell of ours with Papa's text of it. */
const isSame = ({ columns }: ReadCsv, row: number, column: number, text: string): boolean => {
  const own = columns[column]
  if (own?.kind === 'text') {
    const code = own.codes[row] as number
    return code < 0 ? missing.hasText(latin1(text)) : own.dictionary[code] === text
  }
  const value = own?.values[row] as number
  const { value: theirs } = parseNumber(latin1(text), given)
  return value === theirs || (value !== value && (theirs !== theirs || missing.hasNumber(theirs)))
}

const plainCell = fc.stringMatching(/^[a-zA-Z가-힣 .#'é😀]{0,8}$/u)
const oddCell = fc.stringMatching(/^[a-z가 ,;\t|"\n\r'-]{0,10}$/u)
const numberCell = fc.oneof(
  fc.integer().map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
)
const columnOf = fc.constantFrom(plainCell, oddCell, numberCell, fc.constantFrom('', 'NA', 'x', '12'))
// Few cells are made and many rows are made of them, for making cells is what takes time.
const tables = fc
  .tuple(
    fc.array(
      columnOf.chain((cell) => fc.array(cell, { minLength: 5, maxLength: 25 })),
      { minLength: 2, maxLength: 8 },
    ),
    fc.integer({ min: 1, max: 600 }),
  )
  .map(([pools, count]) =>
    Array.from({ length: count }, (_, row) =>
      pools.map((pool, column) => pool[(row * (2 * column + 7) + (row >> 3)) % pool.length] as string),
    ),
  )

describe('our reader and Papa Parse', () => {
  it('agree on every cell of random tables', { timeout: 60_000 }, () => {
    let cells = 0
    fc.assert(
      fc.property(
        tables,
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        fc.constantFrom(7, 64, 4096, 2 ** 20),
        (rows, delimiter, newline, quotes, blockBytes) => {
          const width = rows[0]?.length ?? 0
          const names = Array.from({ length: width }, (_, column) => `name ${column}`)
          const text = Papa.unparse([names, ...rows], { delimiter, newline, quotes })
          const theirs = Papa.parse<string[]>(text, { delimiter, newline, header: false }).data.slice(1)
          const ours = read(text, { dialect: { ...given, delimiter, header: true }, blockBytes })
          expect(ours.rows).toBe(theirs.length)
          for (const [row, texts] of theirs.entries())
            for (const [column, cell] of texts.entries())
              if (!isSame(ours, row, column, cell))
                expect.fail(`row ${row}, column ${column}: ${JSON.stringify(cell)}`)
          cells += theirs.length * width
        },
      ),
      { numRuns: 250 },
    )
    expect(cells).toBeGreaterThan(200_000)
  })

  it('agree with the dialect found out', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.integer(),
            fc.constantFrom('red', 'blue, or "so"', 'green\nish'),
            fc.double({ noNaN: true, min: -1e6, max: 1e6 }),
          ),
          { minLength: 5, maxLength: 60 },
        ),
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n', '\r'),
        (rows, delimiter, newline) => {
          const text = Papa.unparse([['count', 'colour', 'mass'], ...rows], { delimiter, newline })
          const ours = read(text, {})
          expect(ours).toMatchObject({
            rows: rows.length,
            badRowCount: 0,
            dialect: { delimiter, header: true },
          })
          expect(ours.columns.map(({ kind }) => kind)).toEqual(['number', 'text', 'number'])
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('our reader', () => {
  const messyLine = fc.stringMatching(/^[a-c0-9,;" ]{0,20}$/)
  const asked = { ...given, delimiter: ',', header: true }

  it('reads the same whatever the size of its blocks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(messyLine, fc.string()), { minLength: 1, maxLength: 30 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.integer({ min: 1, max: 70 }),
        (lines, newline, blockBytes) => {
          const text = `a,b,c${newline}${lines.join(newline)}`
          expect(read(text, { dialect: asked, blockBytes })).toEqual(read(text, { dialect: asked }))
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('has as many rows as lines where no quote is balanced over lines', () => {
    const line = messyLine.filter((text) => text.trim() !== '')
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 30 }), fc.nat(), (lines, place) => {
        const plain = lines.map((text) => text.replaceAll('"', ''))
        const broken = plain.with(place % plain.length, `1,"open${plain[place % plain.length]}`)
        fc.pre(plain.every((text) => text.trim() !== ''))
        const ours = read(`a,b,c\n${broken.join('\n')}`, { dialect: asked })
        expect(ours.rows).toBe(lines.length)
        expect(ours.badRows.some(({ reason }) => reason === 'unclosedQuote')).toBe(true)
      }),
    )
  })
})

describe('csv-spectrum', () => {
  const root = dirname(createRequire(import.meta.url).resolve('csv-spectrum/package.json'))
  // The JSON of the location example holds another telephone number than its CSV.
  const names = readdirSync(join(root, 'csvs'))
    .map((name) => name.replace('.csv', ''))
    .filter((name) => name !== 'location_coordinates')

  it.each(names)('%s is read cell by cell', (name) => {
    const expected: Record<string, string>[] = JSON.parse(
      readFileSync(join(root, 'json', `${name}.json`), 'utf8'),
    )
    const ours = read(readFileSync(join(root, 'csvs', `${name}.csv`)), { dialect: { header: true } })
    expect(ours.columns.map((column) => column.name)).toEqual(Object.keys(expected[0] ?? {}))
    expect(ours.rows).toBe(expected.length)
    for (const [row, cells] of expected.entries())
      for (const [column, cell] of Object.values(cells).entries())
        expect(isSame(ours, row, column, cell), `row ${row}: ${cell}`).toBe(true)
  })
})
