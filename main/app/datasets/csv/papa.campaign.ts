import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, it } from 'vitest'
import { given, isSame, read, tables } from './papa.test-support.ts'

const most = process.env['LAYERLOOM_REDUCED'] === '1' ? 600_000 : 10_000_000

const ways = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|', ':', '^', ' ', '~'),
  newline: fc.constantFrom('\n' as const, '\r\n' as const, '\r' as const),
  /** Whether every cell is quoted, as few as may be, or some at random. */
  quotes: fc.constantFrom('all', 'few', 'some'),
  endsInNewline: fc.boolean(),
  hasMark: fc.boolean(),
  blockBytes: fc.oneof(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 200, max: 2 ** 17 })),
})
type Way = typeof ways extends fc.Arbitrary<infer T> ? T : never

/** A table as text; whether a cell that needs no quotes has some depends on its place. */
const write = (rows: readonly (readonly string[])[], way: Way): string => {
  const needs = new RegExp(`["\\r\\n${way.delimiter === '^' ? '\\^' : way.delimiter}]|^\\s|\\s$`)
  const line = (cells: readonly string[], row: number): string =>
    cells
      .map((cell, column) => {
        const quoted = way.quotes === 'all' || (way.quotes === 'some' && (row + column) % 3 === 0)
        return quoted || needs.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
      })
      .join(way.delimiter)
  return `${way.hasMark ? '\ufeff' : ''}${rows.map(line).join(way.newline)}${way.endsInNewline ? way.newline : ''}`
}

it(`reads every one of ${most} generated cells as Papa Parse does`, { timeout: 1_800_000 }, () => {
  const compared = { cells: 0, tables: 0, numbers: 0 }
  const compare = (rows: readonly (readonly string[])[], way: Way): void => {
    const names = (rows[0] ?? []).map((_, column) => `name${column}`)
    const text = write([names, ...rows], way)
    const { data } = Papa.parse<string[]>(text, { delimiter: way.delimiter, newline: way.newline })
    const theirs = data.slice(1, way.endsInNewline ? -1 : undefined)
    const ours = read(text, {
      dialect: { ...given, delimiter: way.delimiter, header: true },
      blockBytes: way.blockBytes,
    })
    expect(ours.columns.map(({ name }) => name)).toEqual(data[0])
    expect([ours.rows, theirs.length]).toEqual([rows.length, rows.length])
    for (const [row, texts] of theirs.entries())
      for (const [column, cell] of texts.entries()) {
        if (isSame(ours, row, column, cell)) continue
        expect.fail(`row ${row}, column ${column}: ${JSON.stringify(cell)}`)
      }
    compared.cells += rows.length * names.length
    compared.numbers += rows.length * ours.columns.filter(({ kind }) => kind === 'number').length
    compared.tables++
  }
  for (let round = 0; compared.cells < most; round++)
    fc.assert(fc.property(tables({ columns: 12, rows: 1500 }), ways, compare), {
      seed: Number(process.env['PROPERTY_SEED'] ?? 1) + round,
      numRuns: 100,
    })
  expect(compared.numbers).toBeGreaterThan(most / 20)
  console.info(
    `${compared.cells} cells of ${compared.tables} tables compared, ${compared.numbers} of them in columns of numbers`,
  )
})
