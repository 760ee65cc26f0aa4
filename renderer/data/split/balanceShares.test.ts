import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partNames } from '../../../shared/run.ts'
import { balanceShares, shownClasses } from './balanceShares.ts'

const counts = fc.record({ train: fc.nat(50), validation: fc.nat(50), test: fc.nat(50) })

describe('the shares of classes', () => {
  it('are of all rows of the part, the same class having the same colour in each', () => {
    fc.assert(
      fc.property(fc.array(counts, { maxLength: 12 }), (list) => {
        const classes = list.map((one, index) => ({ ...one, value: `c${index}` }))
        const balance = { node: 'n', source: 's', column: 'c', classes }
        const parts = partNames.map((part) => balanceShares(balance, part))
        for (const [index, shares] of parts.entries()) {
          const part = partNames[index] ?? 'train'
          const rows = list.reduce((sum, one) => sum + one[part], 0)
          expect(shares.reduce((sum, one) => sum + one.rows, 0)).toBe(rows)
          if (rows > 0) expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9)
          expect(shares.length).toBeLessThanOrEqual(shownClasses + 1)
          expect(shares.map(({ value, colour }) => [value, colour])).toEqual(
            parts[0]?.map(({ value, colour }) => [value, colour]),
          )
        }
      }),
    )
  })
  it('name the most frequent of many classes in their own order', () => {
    const classes = Array.from({ length: 9 }, (_, index) => ({
      value: `c${index}`,
      train: index,
      validation: 0,
      test: 0,
    }))
    const shares = balanceShares({ node: 'n', source: 's', column: 'c', classes }, 'train')
    expect(shares.map(({ value }) => value)).toEqual(['c3', 'c4', 'c5', 'c6', 'c7', 'c8', null])
    expect(shares.at(-1)?.rows).toBe(3)
  })
})
