import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll } from 'vitest'
import { MissingMarks } from './missing.ts'
import { type ReadCsv, type ReadOptions, readCsv } from './readCsv.ts'

const folder = mkdtempSync(join(tmpdir(), 'layerloom-papa-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Reads text or bytes as a data file. */
export const read = (text: string | Buffer, options: ReadOptions): ReadCsv => {
  const file = join(folder, 'file.csv')
  writeFileSync(file, text)
  const steps = readCsv(file, options)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** A dialect in which nothing but delimiter and header is left open. */
export const given = { encoding: 'utf-8', decimal: '.', thousands: '', skip: 0 } as const
const missing = new MissingMarks()

/** Whether a cell of ours is what Papa's text of it means; numbers by the language's own conversion. */
export const isSame = ({ columns }: ReadCsv, row: number, column: number, text: string): boolean => {
  const own = columns[column]
  if (own?.kind === 'text') {
    const code = own.codes[row] as number
    const isMissing = missing.hasText(Buffer.from(text).toString('latin1'))
    return isMissing ? code < 0 : own.dictionary[code] === text
  }
  const value = own?.values[row] as number
  const theirs = text.trim() === '' ? Number.NaN : Number(text)
  return Object.is(value, theirs) || (value !== value && missing.hasNumber(theirs))
}

const numberCell = fc.oneof(
  fc.integer().map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.tuple(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), fc.nat(17)).map(([x, n]) => x.toFixed(n)),
)
const cells = fc.constantFrom(
  fc.stringMatching(/^[a-zA-Z가-힣 .#'é😀]{0,8}$/u),
  fc.stringMatching(/^[a-z가 ,;\t|"\n\r'-]{0,10}$/u),
  fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replaceAll('\ufeff', '')),
  numberCell,
  fc.constantFrom('', 'NA', 'x', '12'),
)

/** Random tables. Few cells are made and many rows are made of them, for making cells is what takes time. */
export const tables = ({ columns, rows }: { columns: number; rows: number }) =>
  fc
    .tuple(
      fc.array(
        cells.chain((cell) => fc.array(cell, { minLength: 5, maxLength: 25 })),
        { minLength: 2, maxLength: columns },
      ),
      fc.integer({ min: 1, max: rows }),
    )
    .map(([pools, count]) =>
      Array.from({ length: count }, (_, row) =>
        pools.map((pool, column) => pool[(row * (2 * column + 7) + (row >> 3)) % pool.length] as string),
      ),
    )
