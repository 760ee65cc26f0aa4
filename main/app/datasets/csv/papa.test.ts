import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { given, isSame, read, tables } from './papa.test-support.ts'

describe('our reader and Papa Parse', () => {
  it('agree on every cell of random tables', { timeout: 60_000 }, () => {
    let cells = 0
    fc.assert(
      fc.property(
        tables({ columns: 8, rows: 600 }),
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
