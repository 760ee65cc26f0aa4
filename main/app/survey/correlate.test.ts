import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codesOf } from './columnValues.ts'
import { correlationRatio, cramersV, pearson } from './correlate.ts'
import { tableOf } from '../../../shared/prep/tableOf.test-support.ts'

const rows = (length: number) => Uint32Array.from({ length }, (_, row) => row)
const coded = (cells: readonly (string | number | null)[]) => {
  const column = tableOf({ c: cells }).columns.get('c')
  if (!column) throw new Error('no column')
  const found = codesOf(column, rows(cells.length))
  if (!found) throw new Error('too many values')
  return found
}
const numbers = (...values: number[]) => Float64Array.from(values)

describe('pearson', () => {
  it('is the known value of a table worked out by hand', () => {
    // Sums of squares 10 and 6, of products 6: r = 6 / √60.
    expect(pearson(numbers(1, 2, 3, 4, 5), numbers(2, 4, 5, 4, 5))).toBeCloseTo(6 / Math.sqrt(60), 12)
    expect(pearson(numbers(1, 2, 3), numbers(3, 2, 1))).toBe(-1)
  })
  it('leaves out rows that lack either, and is null where nothing varies', () => {
    expect(pearson(numbers(1, 2, Number.NaN, 3), numbers(2, 4, 9, 6))).toBe(1)
    expect(pearson(numbers(1, 1, 1), numbers(1, 2, 3))).toBeNull()
    expect(pearson(numbers(1, 2), numbers(1, 2))).toBeNull()
  })
  it('stays between −1 and 1, and exact far from 0', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.double(), fc.double()), { minLength: 3, maxLength: 30 }), (pairs) => {
        const r = pearson(numbers(...pairs.map(([x]) => x)), numbers(...pairs.map(([, y]) => y)))
        expect(r === null || Math.abs(r) <= 1).toBe(true)
      }),
    )
    const far = numbers(1e9 + 1, 1e9 + 2, 1e9 + 3, 1e9 + 4)
    expect(pearson(far, numbers(1, 3, 2, 4))).toBeCloseTo(0.8, 9)
  })
})

describe('the correlation ratio', () => {
  it('is the known value of a table worked out by hand', () => {
    // Scores of three subjects; Σ between = 6780, Σ total = 9640.
    const algebra = [45, 70, 29, 15, 21]
    const geometry = [40, 20, 30, 42]
    const statistics = [65, 95, 80, 70, 85, 73]
    const subject = [...algebra.map(() => 'a'), ...geometry.map(() => 'g'), ...statistics.map(() => 's')]
    const eta = correlationRatio(coded(subject), numbers(...algebra, ...geometry, ...statistics))
    expect(eta).toBeCloseTo(Math.sqrt(6780 / 9640), 4)
  })
  it('is 1 where the class tells the number, and null for one class', () => {
    expect(correlationRatio(coded(['a', 'b', 'a', 'b']), numbers(1, 2, 1, 2))).toBe(1)
    expect(correlationRatio(coded(['a', 'a', 'a', 'a']), numbers(1, 2, 1, 2))).toBeNull()
  })
})

describe("Cramér's V", () => {
  it('is the known value of a table worked out by hand', () => {
    // Counts 30, 10 / 20, 40: χ² = 100 · (30·40 − 10·20)² / (40·60·50·50) = 50/3.
    const left = [...Array(40).fill('x'), ...Array(60).fill('y')]
    const right = [
      ...Array(30).fill('p'),
      ...Array(10).fill('q'),
      ...Array(20).fill('p'),
      ...Array(40).fill('q'),
    ]
    expect(cramersV(coded(left), coded(right))).toBeCloseTo(Math.sqrt(50 / 3 / 100), 12)
  })
  it('is 1 where one tells the other, 0 where neither says anything, and the same both ways', () => {
    expect(cramersV(coded(['a', 'b', 'c', 'c']), coded(['x', 'x', 'y', 'y']))).toBe(1)
    expect(cramersV(coded(['a', 'a', 'b', 'b']), coded(['x', 'y', 'x', 'y']))).toBe(0)
    const cell = fc.constantFrom('a', 'b', 'c', null)
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 3 }), (pairs) => {
        const [left, right] = [coded(pairs.map(([one]) => one)), coded(pairs.map(([, other]) => other))]
        const [there, back] = [cramersV(left, right), cramersV(right, left)]
        if (there === null || back === null) expect(there).toBe(back)
        else expect(there).toBeCloseTo(back, 9)
      }),
    )
  })
})
