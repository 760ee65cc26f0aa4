import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NumberSorter } from './numberSorter.ts'
import { summariseNumbers } from './numberSummary.ts'
import { profileColumn } from './profile.ts'

const numbers = (values: readonly number[]) =>
  profileColumn({ kind: 'number', name: 'v', values: Float64Array.from(values) }, new NumberSorter())
const strings = (cells: readonly (string | null)[]) => {
  const dictionary = [...new Set(cells.filter((cell) => cell !== null))]
  const codes = Int32Array.from(cells, (cell) => (cell === null ? -1 : dictionary.indexOf(cell)))
  return profileColumn({ kind: 'text', name: 'v', codes, dictionary }, new NumberSorter())
}

describe('the profile of numbers', () => {
  it('has the figures of a small column right', () => {
    expect(numbers([4, Number.NaN, 1, 2, 2, 3])).toMatchObject({
      type: 'number',
      missing: 1,
      distinct: 4,
      summary: { min: 1, max: 4, mean: 2.4, std: Math.sqrt(1.04), quartiles: [2, 2, 3] },
      top: [
        { value: '2', count: 2 },
        { value: '1', count: 1 },
        { value: '3', count: 1 },
        { value: '4', count: 1 },
      ],
    })
  })

  it('has skewness and outliers as by hand', () => {
    // Differences from the mean 3: −2, −1, −1, −1, 5; m₂ = 32∕5, m₃ = 114∕5.
    const { summary } = numbers([1, 2, 2, 2, 8])
    expect(summary?.skewness).toBeCloseTo(22.8 / 6.4 ** 1.5, 12)
    expect(summary?.outliers).toEqual({ low: 1, high: 1 })
    expect(numbers([1, 2, 3, 4, 5]).summary).toMatchObject({ skewness: 0, outliers: { low: 0, high: 0 } })
    expect(numbers([-8, -2, -2, -2, -1]).summary?.skewness).toBeCloseTo(-22.8 / 6.4 ** 1.5, 12)
    expect(numbers([1e-200, 2e-200, 2e-200, 2e-200, 8e-200]).summary?.skewness).toBeCloseTo(1.408, 3)
  })

  it('has no skewness where all values are the same', () => {
    expect(numbers([7, 7, 7]).summary).not.toHaveProperty('skewness')
  })

  it('counts every value in one of 30 bins, the smallest in the first and the largest in the last', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 100 }),
        (values) => {
          const summary = summariseNumbers(Float64Array.from(values).sort())
          expect(summary.histogram).toHaveLength(30)
          expect(summary.histogram.reduce((sum, count) => sum + count, 0)).toBe(values.length)
          expect(summary.histogram[0]).toBeGreaterThan(0)
          if (summary.max > summary.min) expect(summary.histogram[29]).toBeGreaterThan(0)
          for (const value of [summary.mean, summary.std, ...summary.quartiles])
            expect(Number.isFinite(value)).toBe(true)
        },
      ),
    )
  })

  it('stands without figures where all is missing', () => {
    expect(numbers([Number.NaN, Number.NaN])).toEqual({
      name: 'v',
      type: 'constant',
      missing: 2,
      distinct: 0,
      top: [],
    })
  })

  it('lists the 50 most frequent of many values', () => {
    const values = Array.from({ length: 400 }, (_, value) =>
      Array<number>(1 + (value % 100)).fill(value),
    ).flat()
    const { top, distinct } = numbers(values)
    expect(distinct).toBe(400)
    expect(top).toHaveLength(50)
    expect(top.slice(0, 4).map(({ value, count }) => [value, count])).toEqual([
      ['99', 100],
      ['199', 100],
      ['299', 100],
      ['399', 100],
    ])
    expect(Math.min(...top.map(({ count }) => count))).toBe(88)
  })
})

describe('the sorter', () => {
  it('sorts large columns as the language does', () => {
    const sorter = new NumberSorter()
    const double = fc.double({ noNaN: true })
    fc.assert(
      fc.property(fc.array(double, { minLength: 50, maxLength: 500 }), (some) => {
        const values = Float64Array.from(
          { length: 21_000 },
          (_, at) => (some[at % some.length] as number) * (at + 1),
        )
        const expected = values.filter((value) => value === value).sort()
        expect(Buffer.from(sorter.sort(values).slice().buffer).equals(Buffer.from(expected.buffer))).toBe(
          true,
        )
      }),
      { numRuns: 40 },
    )
  })
})

describe('a column of dates', () => {
  it('has the order that all its cells tell, and the first and the last of them', () => {
    expect(strings(['3/4/2023', '18/5/2023', null, '1/2/2023']).dates).toEqual({
      order: 'dmy',
      first: Date.UTC(2023, 1, 1),
      last: Date.UTC(2023, 4, 18),
    })
    expect(strings(['a', 'b']).dates).toBeUndefined()
  })
})

describe('the type of a column of numbers', () => {
  const typed = (name: string, values: readonly number[]) =>
    profileColumn({ kind: 'number', name, values: Float64Array.from(values) }, new NumberSorter()).type
  const count = (value: (at: number) => number) => Array.from({ length: 100 }, (_, at) => value(at))

  it.each<[string, string, readonly number[]]>([
    ['id', 'x', count((at) => at)],
    ['id', 'x', count((at) => at + 1)],
    ['number', 'year', count((at) => at + 1900)],
    ['number', 'x', count((at) => at / 2)],
    ['number', 'x', count((at) => (at === 50 ? Number.NaN : at))],
    ['id', 'user_id', count((at) => 7000 + (at % 60))],
    ['id', 'PassengerId', count((at) => (at * 31) % 101)],
    ['id', 'customerID', count((at) => at * 3)],
    ['id', '회원번호', count((at) => (at * 31) % 97)],
    ['id', '관리번호', count((at) => at * 5)],
    ['number', 'user_id', count((at) => at % 4)],
    ['number', 'paid', count((at) => at * 10)],
    ['number', 'humid', count((at) => at * 10)],
    ['number', '학번', count((at) => at * 10)],
  ])('is %s: %s', (type, name, values) => expect(typed(name, values)).toBe(type))
})

describe('the type of a column of strings', () => {
  const repeat = (count: number, cell: (at: number) => string) =>
    Array.from({ length: count }, (_, at) => cell(at))

  it.each<[string, readonly (string | null)[]]>([
    [
      'date',
      ['2023-11-18', '2023-01-02T03:04:05Z', '2024/2/29', '18.11.2023', '2023. 11. 18.', '3 Mar 2021', null],
    ],
    ['sequence', ['1 2 3', '4', '-5 0.5 1e3']],
    ['category', ['2023-13-40', '2023-11-18']],
    ['category', ['010 1234', '02 555']],
    ['constant', ['same', 'same']],
    ['category', ['same', null]],
    ['id', repeat(30, (at) => `user-${at}`)],
    ['text', repeat(200, (at) => `free text number ${at}`)],
    ['text', repeat(200, (at) => `name ${at % 150}`)],
    ['category', repeat(2000, (at) => `city ${at % 150}`)],
  ])('is %s', (type, cells) => expect(strings(cells).type).toBe(type))
})

it('tells how long words are, in letters, over the rows that have them', () => {
  const cells = ['a', 'abcd', 'a', null, '👍🏽', '한글']
  expect(strings(cells).letters).toEqual({ min: 1, mean: (1 + 4 + 1 + 2 + 2) / 5, max: 4 })
  expect(strings(['2023-01-01', '2023-01-02', '2023-01-03']).letters).toBeUndefined()
})
