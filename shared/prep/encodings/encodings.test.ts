import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ProblemError } from '../../problems.ts'
import type { Column } from '../../table.ts'
import { columnFromCells } from '../columnFromCells.ts'
import { decode } from '../decode.ts'
import { createEncoder } from '../encodeRows.ts'
import { type Encoding, inputEncodingSchema, targetEncodingSchema } from '../encoding.ts'
import { encodingKinds } from '../encodingKinds.ts'
import { fit } from '../fit.ts'
import { fittedSchema } from '../fitted.ts'
import { fittedWidth } from '../fittedWidth.ts'
import { encodedWidth, knownIds } from '../width.ts'

type Cell = string | number | null
const numbers = (cells: readonly (number | null)[]): Column => ({
  kind: 'number',
  name: 'n',
  values: Float64Array.from(cells, (cell) => cell ?? Number.NaN),
})
const texts = (cells: readonly (string | null)[]): Column => {
  const dictionary = [...new Set(cells.filter((cell) => cell !== null))]
  const codes = Int32Array.from(cells, (cell) => (cell === null ? -1 : dictionary.indexOf(cell)))
  return { kind: 'text', name: 't', codes, dictionary }
}
const rowsOf = (length: number) => Uint32Array.from({ length }, (_, row) => row)
const input = (encoding: object) => inputEncodingSchema.parse(encoding)
const target = (encoding: object) => targetEncodingSchema.parse(encoding)

/** Encoded rows of raw cells, as lists. */
const encode = (fitted: ReturnType<typeof fit>, cells: readonly Cell[]) => {
  const width = fittedWidth(fitted)
  const out = new Float32Array(width * cells.length).fill(Number.NaN)
  createEncoder(fitted, columnFromCells('c', cells, fitted.kind === 'number' ? 'number' : 'text'))(
    rowsOf(cells.length),
    out,
    0,
    width,
  )
  return cells.map((_, row) => [...out.subarray(row * width, (row + 1) * width)])
}
const learn = (encoding: Encoding, cells: readonly (string | null)[]) =>
  fit(encoding, texts(cells), rowsOf(cells.length))
const problemOf = (run: () => unknown) => {
  try {
    run()
  } catch (error) {
    if (error instanceof ProblemError) return error.problem
    throw error
  }
  return null
}
const near = (found: readonly number[] | undefined, wanted: readonly number[]) => {
  expect(found).toHaveLength(wanted.length)
  for (const [index, value] of wanted.entries()) expect(found?.[index]).toBeCloseTo(value, 6)
}

describe('a number in a fixed range', () => {
  it('learns nothing, and turns the range to 0 to 1', () => {
    const pixel = input({ kind: 'number', scale: 'range' })
    const fitted = fit(pixel, numbers([3, 7]), rowsOf(2))
    near(encode(fitted, [0, 51, '255'])[1], [0.2])
    expect(encode(fitted, [0, 255])).toEqual([[0], [1]])
    expect(fit(pixel, numbers([3, 7, 100]), rowsOf(2))).toEqual(fitted)
    const down = fit(input({ kind: 'number', scale: 'range', from: 10, to: -10 }), numbers([0]), rowsOf(1))
    expect(encode(down, [5, 0, -10])).toEqual([[0.25], [0.5], [1]])
  })
})

describe('text', () => {
  const cells = ['The cat, the hat', 'a CAT sat', null, 'the']
  it('numbers words by how often they occur, keeps the order, pads and cuts', () => {
    const fitted = learn(input({ kind: 'text', vocabulary: 3, length: 4 }), cells)
    // the ×3, cat ×2, then a, hat, sat once each: a comes first.
    expect(fitted).toMatchObject({ words: ['the', 'cat', 'a'] })
    expect(encode(fitted, [...cells, 'the dog the cat THE'])).toEqual([
      [2, 3, 2, 1],
      [0, 4, 3, 1],
      [0, 0, 0, 0],
      [0, 0, 0, 2],
      [1, 2, 3, 2],
    ])
    const after = learn(input({ kind: 'text', vocabulary: 3, length: 2, pad: 'after' }), cells)
    expect(encode(after, ['cat', 'the cat the'])).toEqual([
      [3, 0],
      [2, 3],
    ])
  })
  it('counts words in a bag, and says how wide it is before training', () => {
    const bag = input({ kind: 'text', as: 'bag', vocabulary: 8 })
    const fitted = learn(bag, cells)
    expect(encode(fitted, ['the cat saw the rat', null])).toEqual([
      [2, 1, 0, 0, 0, 0, 0, 0],
      [0, 0, 0, 0, 0, 0, 0, 0],
    ])
    expect([encodedWidth(bag), fittedWidth(fitted)]).toEqual([8, 8])
    expect(knownIds([{ encoding: input({ kind: 'text', vocabulary: 8 }) }])).toBe(10)
  })
  it('takes Korean by blanks and Chinese by characters, composed and decomposed alike', () => {
    const fitted = learn(input({ kind: 'text', length: 6 }), ['서울에 비가 中文', "don't don’t stop"])
    expect(encode(fitted, ['비가 서울에'.normalize('NFD')])[0]).toEqual(encode(fitted, ['비가 서울에'])[0])
    expect(new Set(encode(fitted, ['中文 비가 서울에'])[0]).size).toBe(5)
    expect(encode(fitted, ["don't"])[0]?.[5]).toBeGreaterThan(1)
  })
  it('is refused when no training row has a word', () => {
    expect(problemOf(() => learn(input({ kind: 'text' }), ['?!', null]))?.code).toBe('noValues')
  })
})

describe('a date', () => {
  const cells = ['2023-01-01', '2025-07-02', null]
  it('stands on circles, its year standardised', () => {
    const fitted = learn(input({ kind: 'date', parts: ['weekday', 'year', 'month'] }), cells)
    const [sunday, wednesday, missing] = encode(fitted, cells)
    const [sun, wed] = [(2 * Math.PI * 6) / 7, (2 * Math.PI * 2) / 7]
    // In the order of the parts, not of the list: year, month, weekday. Mean year 2024, deviation 1.
    near(sunday, [-1, 0, 1, Math.sin(sun), Math.cos(sun)])
    near(wednesday, [1, 0, -1, Math.sin(wed), Math.cos(wed)])
    expect(missing).toEqual([0, 0, 0, 0, 0])
  })
  it('has hours, days since 1970 and days of the year', () => {
    const parts = ['days', 'yearday', 'hour', 'minute']
    const fitted = learn(input({ kind: 'date', parts, missing: 'flag' }), ['1970-01-11', '1970-01-21'])
    const third = (2 * Math.PI * 2) / 366
    near(encode(fitted, ['1970-01-03 오후 6:15'])[0], [
      (2 + 18.25 / 24 - 15) / 5,
      Math.sin(third),
      Math.cos(third),
      -1,
      0,
      1,
      0,
      0,
    ])
    expect(encode(fitted, [null])[0]).toEqual([0, 0, 0, 0, 0, 0, 0, 1])
  })
  it('tells day from month by the training rows, unless it is told', () => {
    const written = ['03/04/2024', '25/04/2024', '04/25/2024']
    const column = texts(written)
    expect(fit(input({ kind: 'date' }), column, Uint32Array.of(0, 1))).toMatchObject({ order: 'dmy' })
    expect(fit(input({ kind: 'date' }), column, Uint32Array.of(0, 2))).toMatchObject({ order: 'mdy' })
    expect(learn(input({ kind: 'date', order: 'mdy' }), ['25/04/2024', '1/2/2024'])).toMatchObject({
      order: 'mdy',
    })
  })
  it('names the row that holds none, and drops rows when asked to', () => {
    const fitted = learn(input({ kind: 'date', missing: 'drop' }), ['2024-01-01', '2024-01-02'])
    expect(problemOf(() => encode(fitted, ['2024-01-01', 'soon']))).toEqual({
      code: 'notADate',
      values: { column: 'c', row: 2, value: 'soon' },
    })
    expect(problemOf(() => encode(fitted, [null]))?.code).toBe('cellMissing')
    expect(problemOf(() => learn(input({ kind: 'date' }), ['soon']))?.code).toBe('noValues')
  })
})

describe('labels', () => {
  it('are a 1 each, and come back from their scores', () => {
    const fitted = learn(target({ kind: 'labels' }), ['news, sport', 'sport,sport', 'art '])
    expect(fitted).toMatchObject({ categories: ['art', 'news', 'sport'] })
    expect(encode(fitted, ['sport , art', 'news'])).toEqual([
      [1, 0, 1],
      [0, 1, 0],
    ])
    expect(decode(fitted, [0.5, 0.49, 0.9])).toEqual({ value: 'art,sport' })
    expect(problemOf(() => encode(fitted, ['sport,war']))).toEqual({
      code: 'unknownCategory',
      values: { column: 'c', row: 1, value: 'war' },
    })
  })
  it('are none in an empty cell only where that is asked for', () => {
    const cells = ['a;b', null]
    const strict = learn(target({ kind: 'labels', separator: ';' }), cells)
    expect(problemOf(() => encode(strict, [null]))?.code).toBe('cellMissing')
    const loose = learn(target({ kind: 'labels', separator: ';', missing: 'none' }), cells)
    expect(encode(loose, [null])).toEqual([[0, 0]])
  })
  it('give back every set of labels', () => {
    const words = ['a', 'b', 'c', 'd']
    fc.assert(
      fc.property(fc.array(fc.subarray(words, { minLength: 1 }), { minLength: 1 }), (rows) => {
        const cells = rows.map((labels) => labels.join('|'))
        const fitted = learn(target({ kind: 'labels', separator: '|' }), cells)
        expect(encode(fitted, cells).map((scores) => decode(fitted, scores).value)).toEqual(cells)
      }),
    )
  })
})

/** Every kind with cells that it takes. */
const day = fc
  .date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true })
  .map((date) => date.toISOString())
const word = fc.constantFrom('a', 'b', 'c', '둘', 'd e', 'a,b')
const anyKind: readonly (readonly [string, readonly Encoding[], fc.Arbitrary<string | null>])[] = [
  [
    'number',
    ['standard', 'minmax', 'robust', 'log1p', 'range', 'none'].flatMap((scale) => [
      input({ kind: 'number', scale, missing: 'mean' }),
      input({ kind: 'number', scale, missing: 'flag' }),
    ]),
    fc.integer({ min: 0, max: 99 }).map(String),
  ],
  [
    'category',
    ['onehot', 'ordinal', 'index', 'frequency'].map((as) =>
      input({ kind: 'category', as, unknown: true, missing: 'ownClass' }),
    ),
    word,
  ],
  ['text', ['sequence', 'bag'].map((as) => input({ kind: 'text', as, length: 3, vocabulary: 3 })), word],
  ['date', [input({ kind: 'date', parts: ['days', 'year', 'month', 'hour'] })], day],
  ['sequence', [input({ kind: 'sequence', length: 3 })], fc.constantFrom('1 2', '3', '4 5 6 7')],
  ['binary', [target({ kind: 'binary' })], fc.constantFrom('yes', 'no')],
  ['classes', [target({ kind: 'classes' })], word],
  ['labels', [target({ kind: 'labels' })], word],
]
const columnOf = (kind: string, cells: readonly (string | null)[]) =>
  kind === 'number' ? numbers(cells.map((cell) => (cell === null ? null : Number(cell)))) : texts(cells)

describe('every kind', () => {
  it('is among those proved here', () => {
    expect(anyKind.map(([kind]) => kind)).toEqual(encodingKinds.map(({ kind }) => kind))
  })

  // The names of a target's classes are no exception here: the engine hands `fit` all used rows for them (prepareData).
  it.each(anyKind)('%s is fitted on the rows it is given and on no others', (kind, encodings, cell) => {
    const train = fc.array(cell, { minLength: 3, maxLength: 12 })
    const other = fc.array(fc.option(cell), { maxLength: 12 })
    fc.assert(
      fc.property(fc.constantFrom(...encodings), train, other, other, (encoding, seen, some, others) => {
        const known = encoding.kind === 'binary' ? ['yes', 'no', ...seen] : seen
        const rows = rowsOf(known.length)
        const fitted = fit(encoding, columnOf(kind, [...known, ...some]), rows)
        expect(fit(encoding, columnOf(kind, [...known, ...others]), rows)).toEqual(fitted)
        // Nor by their place in the table: only the rows' own cells tell.
        const behind = fit(
          encoding,
          columnOf(kind, [...others, ...known]),
          rows.map((row) => row + others.length),
        )
        expect(behind).toEqual(fitted)
      }),
    )
  })

  it.each(anyKind)(
    '%s fills every value, the same from raw cells and after its file was read again',
    (kind, encodings, cell) => {
      fc.assert(
        fc.property(
          fc.constantFrom(...encodings),
          fc.array(cell, { minLength: 3, maxLength: 9 }),
          (encoding, seen) => {
            const cells = encoding.kind === 'binary' ? ['yes', 'no', ...seen] : seen
            const column = columnOf(kind, cells)
            const fitted = fit(encoding, column, rowsOf(cells.length))
            const width = fittedWidth(fitted)
            const out = new Float32Array(width * cells.length).fill(Number.NaN)
            createEncoder(fitted, column)(rowsOf(cells.length), out, 0, width)
            expect(out.every(Number.isFinite)).toBe(true)
            expect(encode(fittedSchema.parse(JSON.parse(JSON.stringify(fitted))), cells).flat()).toEqual([
              ...out,
            ])
          },
        ),
      )
    },
  )
})
