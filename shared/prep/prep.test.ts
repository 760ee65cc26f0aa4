import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ProblemError } from '../problems.ts'
import type { Column, Table } from '../table.ts'
import { columnFromCells } from './columnFromCells.ts'
import { decode } from './decode.ts'
import { createEncoder } from './encodeRows.ts'
import { type Encoding, inputEncodingSchema, targetEncodingSchema } from './encoding.ts'
import { fit } from './fit.ts'
import { fittedWidth } from './fittedWidth.ts'
import { createRandom, restoreRandom } from './random.ts'
import { splitRows } from './splitRows.ts'

const numbers = (...values: number[]): Column => ({
  kind: 'number',
  name: 'n',
  values: Float64Array.from(values),
})
const texts = (...cells: (string | null)[]): Column => {
  const dictionary = [...new Set(cells.filter((cell) => cell !== null))]
  const codes = Int32Array.from(cells, (cell) => (cell === null ? -1 : dictionary.indexOf(cell)))
  return { kind: 'text', name: 't', codes, dictionary }
}
const rowsOf = (length: number) => Uint32Array.from({ length }, (_, row) => row)
const lengthOf = (column: Column) => (column.kind === 'number' ? column.values : column.codes).length
const encode = (encoding: Encoding, column: Column, trainRows = rowsOf(lengthOf(column))) => {
  const fitted = fit(encoding, column, trainRows)
  const width = fittedWidth(fitted)
  const out = new Float32Array(width * lengthOf(column)).fill(Number.NaN)
  createEncoder(fitted, column)(rowsOf(lengthOf(column)), out, 0, width)
  return [...out]
}
const input = (encoding: object) => inputEncodingSchema.parse(encoding)
const target = (encoding: object) => targetEncodingSchema.parse(encoding)
const problemOf = (run: () => unknown) => {
  try {
    run()
  } catch (error) {
    if (error instanceof ProblemError) return error.problem
    throw error
  }
  return null
}
const tableOf = (columns: Record<string, Column>): Table => ({
  rows: lengthOf(Object.values(columns)[0] ?? numbers()),
  columns: new Map(Object.entries(columns).map(([name, column]) => [name, { ...column, name }])),
})

describe('fit and encode', () => {
  it('scales numbers by the training rows', () => {
    const column = numbers(1, 3, 5, 100)
    const train = Uint32Array.of(0, 1, 2)
    expect(encode(input({ kind: 'number', scale: 'minmax' }), column, train)).toEqual([0, 0.5, 1, 24.75])
    const [low, middle, high] = encode(input({ kind: 'number', scale: 'standard' }), column, train)
    expect([low, middle, high].map((value) => value?.toFixed(4))).toEqual(['-1.2247', '0.0000', '1.2247'])
    expect(encode(input({ kind: 'number', scale: 'robust' }), column, train)).toEqual([-1, 0, 1, 48.5])
    expect(encode(input({ kind: 'number', scale: 'standard' }), numbers(7, 7))).toEqual([0, 0])
  })

  it('fills missing numbers or marks them', () => {
    const column = numbers(1, Number.NaN, 4, 10)
    const filled = (missing: string, extra = {}) =>
      encode(input({ kind: 'number', scale: 'none', missing, ...extra }), column)
    expect(filled('mean')[1]).toBe(5)
    expect(filled('median')[1]).toBe(4)
    expect(filled('constant', { constant: -1 })[1]).toBe(-1)
    expect(filled('flag')).toEqual([1, 0, 4, 1, 4, 0, 10, 0])
    expect(problemOf(() => filled('drop'))).toEqual({ code: 'cellMissing', values: { column: 'n', row: 2 } })
  })

  it('turns categories into one-hot rows, ordinals, indices and frequencies', () => {
    const column = texts('b', 'a', 'b', null)
    expect(encode(input({ kind: 'category' }), column)).toEqual([0, 1, 1, 0, 0, 1, 0, 1])
    expect(encode(input({ kind: 'category', as: 'ordinal', categories: ['b', 'a'] }), column)).toEqual([
      0, 1, 0, 0,
    ])
    expect(encode(input({ kind: 'category', as: 'index', missing: 'ownClass' }), column)).toEqual([
      1, 0, 1, 2,
    ])
    expect(encode(input({ kind: 'category', as: 'frequency' }), column)).toEqual([0.5, 0.25, 0.5, 0.5])
    expect(encode(input({ kind: 'category' }), numbers(10, 9, 10))).toEqual([0, 1, 1, 0, 0, 1])
  })

  it('puts values that training never saw into the unknown slot, or into none', () => {
    const column = texts('a', 'b', 'new')
    const train = Uint32Array.of(0, 1)
    expect(encode(input({ kind: 'category', unknown: true }), column, train).slice(6)).toEqual([0, 0, 1])
    expect(encode(input({ kind: 'category' }), column, train).slice(4)).toEqual([0, 0])
    expect(encode(input({ kind: 'category', as: 'index', unknown: true }), column, train)[2]).toBe(2)
    const strict = input({ kind: 'category', as: 'index', missing: 'drop' })
    expect(problemOf(() => encode(strict, column, train))).toEqual({
      code: 'unknownCategory',
      values: { column: 't', row: 3, value: 'new' },
    })
    const listed = input({ kind: 'category', categories: ['a'] })
    expect(problemOf(() => fit(listed, column, train))?.code).toBe('unknownCategory')
  })

  it('pads and cuts sequences on the side that was asked for', () => {
    const column = texts('1 2', '1 2 3 4', null)
    expect(encode(input({ kind: 'sequence', length: 3 }), column)).toEqual([0, 1, 2, 2, 3, 4, 0, 0, 0])
    expect(encode(input({ kind: 'sequence', length: 3, pad: 'after' }), column)).toEqual([
      1, 2, 0, 1, 2, 3, 0, 0, 0,
    ])
    const problem = problemOf(() => encode(input({ kind: 'sequence', length: 2 }), texts('1 x')))
    expect(problem).toEqual({ code: 'columnNotNumeric', values: { column: 't', row: 1 } })
  })

  it('refuses what an int32 input cannot hold', () => {
    const fitted = fit(input({ kind: 'number', scale: 'none' }), numbers(1, 2.5), rowsOf(2))
    const encodeInto = () => createEncoder(fitted, numbers(1, 2.5))(rowsOf(2), new Int32Array(2), 0, 1)
    expect(problemOf(encodeInto)).toEqual({ code: 'notWhole', values: { column: 'n', row: 2, value: 2.5 } })
  })

  it('encodes targets and decodes answers back', () => {
    expect(encode(target({ kind: 'binary' }), texts('no', 'yes'))).toEqual([0, 1])
    expect(encode(target({ kind: 'binary', positive: '1' }), numbers(1, 2))).toEqual([1, 0])
    expect(problemOf(() => fit(target({ kind: 'binary' }), texts('a', 'b', 'c'), rowsOf(3)))).toEqual({
      code: 'targetNotBinary',
      values: { column: 't', found: 3 },
    })
    expect(encode(target({ kind: 'classes' }), texts('x', 'y'))).toEqual([1, 0, 0, 1])
    const classes = fit(target({ kind: 'classes', as: 'index' }), texts('x', 'y'), rowsOf(2))
    expect(decode(classes, [0.2, 0.8])).toEqual({ value: 'y', probability: 0.8 })
    const binary = fit(target({ kind: 'binary' }), texts('no', 'yes'), rowsOf(2))
    expect(decode(binary, [0.25])).toEqual({ value: 'no', probability: 0.75 })
  })

  it('gives every number back after scaling and decoding', () => {
    const scale = fc.constantFrom('standard', 'minmax', 'robust', 'log1p', 'none')
    const values = fc.array(
      fc.integer({ min: 0, max: 1e8 }).map((cents) => cents / 100),
      { minLength: 2, maxLength: 20 },
    )
    fc.assert(
      fc.property(scale, values, (kind, cells) => {
        const column = numbers(...cells)
        const fitted = fit(target({ kind: 'number', scale: kind }), column, rowsOf(cells.length))
        const out = new Float32Array(cells.length)
        createEncoder(fitted, column)(rowsOf(cells.length), out, 0, 1)
        const spread = Math.max(...cells)
        return cells.every(
          (cell, row) =>
            Math.abs(Number(decode(fitted, [out[row] ?? 0]).value) - cell) <= 1e-5 * (1 + spread),
        )
      }),
    )
  })

  it('learns nothing from rows outside the training part', () => {
    const encodings = [
      ...['standard', 'minmax', 'robust', 'log1p'].map((scale) =>
        input({ kind: 'number', scale, missing: 'mean' }),
      ),
      ...['onehot', 'index', 'frequency'].map((as) => input({ kind: 'category', as })),
      target({ kind: 'classes' }),
      target({ kind: 'binary' }),
    ]
    const cell = fc.integer({ min: 0, max: 1 })
    fc.assert(
      fc.property(
        fc.constantFrom(...encodings),
        fc.array(cell),
        fc.array(fc.integer()),
        (encoding, some, others) => {
          const seen = [0, 1, ...some]
          const train = rowsOf(seen.length)
          expect(fit(encoding, numbers(...seen, ...others), train)).toEqual(
            fit(encoding, numbers(...seen), train),
          )
        },
      ),
    )
  })

  it('reads raw cells as the encoding needs them', () => {
    const category = fit(input({ kind: 'category' }), numbers(1, 2), rowsOf(2))
    const column = columnFromCells('n', ['2.0', 1, null, ''], 'text')
    const out = new Float32Array(8)
    createEncoder(category, column)(rowsOf(4), out, 0, 2)
    expect([...out]).toEqual([0, 1, 1, 0, 1, 0, 1, 0])
    expect(problemOf(() => columnFromCells('n', [1, 'two'], 'number'))).toEqual({
      code: 'cellNotANumber',
      values: { column: 'n', row: 2, value: 'two' },
    })
  })
})

describe('splitRows', () => {
  const settings = { validation: 0.2, test: 0.2, shuffle: true }
  const many = tableOf({ n: numbers(...rowsOf(100)), g: numbers(...rowsOf(100).map((row) => row % 30)) })

  it('puts each row into exactly one part, by share, the same for the same seed', () => {
    const parts = splitRows(many, settings, 3, [])
    expect([parts.train.length, parts.validation.length, parts.test.length]).toEqual([60, 20, 20])
    expect(new Set([...parts.train, ...parts.validation, ...parts.test]).size).toBe(100)
    expect(splitRows(many, settings, 3, [])).toEqual(parts)
    expect(splitRows(many, settings, 4, [])).not.toEqual(parts)
  })

  it('keeps the order of the table when asked to', () => {
    const parts = splitRows(many, { ...settings, shuffle: false }, 1, [])
    expect([parts.train[59], parts.validation[0], parts.test[0]]).toEqual([59, 60, 80])
  })

  it('keeps groups whole', () => {
    const parts = splitRows(many, { ...settings, group: 'g' }, 5, [])
    const groups = (rows: Uint32Array) => new Set([...rows].map((row) => row % 30))
    const [train, validation, test] = [groups(parts.train), groups(parts.validation), groups(parts.test)]
    expect([train.size, validation.size, test.size]).toEqual([18, 6, 6])
    expect(new Set([...train, ...validation, ...test]).size).toBe(30)
  })

  it('keeps the share of each class within one row', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 5, maxLength: 80 }),
        fc.nat(),
        (cells, seed) => {
          const parts = splitRows(tableOf({ t: texts(...cells) }), { ...settings, stratify: 't' }, seed, [])
          for (const value of new Set(cells)) {
            const wanted = cells.filter((cell) => cell === value).length * 0.2
            const found = [...parts.test].filter((row) => cells[row] === value).length
            expect(Math.abs(found - wanted)).toBeLessThanOrEqual(1)
          }
        },
      ),
    )
  })

  it('takes the rows of a test file, and only those, as the test part', () => {
    const parts = splitRows(many, settings, 1, [], 90)
    expect([...parts.test]).toEqual([...rowsOf(100)].slice(90))
    expect([parts.train.length, parts.validation.length]).toEqual([72, 18])
  })

  it('drops rows without a required cell, and says when too few are left', () => {
    const table = tableOf({ t: texts('a', null, 'b', 'a') })
    expect([...splitRows(table, settings, 1, ['t']).dropped]).toEqual([1])
    expect(problemOf(() => splitRows(tableOf({ t: texts(null) }), settings, 1, ['t']))?.code).toBe(
      'tooFewRows',
    )
    expect(problemOf(() => splitRows(table, settings, 1, ['x']))?.code).toBe('columnMissing')
  })
})

describe('random', () => {
  it('repeats itself for a seed and label, differs for others, and goes on from a saved state', () => {
    const draw = (seed: number, label: string) => {
      const random = createRandom(seed, label)
      return Array.from({ length: 5 }, () => random.uniform())
    }
    expect(draw(1, 'order')).toEqual(draw(1, 'order'))
    expect(draw(1, 'order')).not.toEqual(draw(2, 'order'))
    expect(draw(1, 'order')).not.toEqual(draw(1, 'split'))
    const random = createRandom(1, 'order')
    random.uniform()
    expect(restoreRandom(random.state()).uniform()).toBe(random.uniform())
  })

  it('is uniform and normal as it says, for neighbouring seeds too', () => {
    const firsts = Array.from({ length: 2000 }, (_, seed) => createRandom(seed, 'x').uniform())
    expect(firsts.reduce((sum, value) => sum + value, 0) / 2000).toBeCloseTo(0.5, 1)
    const random = createRandom(7, 'normal')
    const draws = Array.from({ length: 20_000 }, () => random.normal())
    const mean = draws.reduce((sum, value) => sum + value, 0) / draws.length
    const variance = draws.reduce((sum, value) => sum + (value - mean) ** 2, 0) / draws.length
    expect(Math.abs(mean)).toBeLessThan(0.03)
    expect(Math.abs(variance - 1)).toBeLessThan(0.05)
  })
})
