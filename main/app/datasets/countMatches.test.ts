import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tableOf } from '../../../shared/prep/tableOf.test-support.ts'
import type { Column } from '../../../shared/table.ts'
import { countMatches } from './countMatches.ts'

const keys = (cells: readonly (number | string | null)[]) => ({
  column: tableOf({ key: cells }).columns.get('key') as Column,
  rows: cells.length,
})
const count = (main: readonly (number | string | null)[], other: readonly (number | string | null)[]) =>
  countMatches(keys(main), keys(other))

describe('countMatches', () => {
  it('tells rows that meet, rows that do not, rows without a key, duplicates and rows that are never used', async () => {
    expect(await count(['a', 'b', 'a', null, 'x', 'x'], ['a', 'c', 'a', null, 'b'])).toEqual({
      rows: 6,
      matched: 3,
      unmatched: 2,
      withoutKey: 1,
      duplicates: 1,
      unused: 2,
      duplicateKeys: ['a'],
      unmatchedKeys: ['x'],
    })
  })
  it('takes a number for the text that writes it', async () => {
    expect(await count([1, 2.5, 3], ['1', '2.5', '03'])).toMatchObject({ matched: 2, unmatchedKeys: ['3'] })
  })
  it('names few examples, each once', async () => {
    const { unmatchedKeys } = await count(
      Array.from({ length: 100 }, (_, row) => `k${row % 50}`),
      ['z'],
    )
    expect(unmatchedKeys).toEqual(['k0', 'k1', 'k2', 'k3', 'k4'])
  })
  it('counts as a plain look-up does, for any keys', async () => {
    const cells = fc.array(fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e', '1'), { freq: 5 }), {
      maxLength: 30,
    })
    await fc.assert(
      fc.asyncProperty(cells, cells, async (main, other) => {
        const found = await count(main, other)
        expect(found.matched).toBe(main.filter((key) => key !== null && other.includes(key)).length)
        expect(found.matched + found.unmatched + found.withoutKey).toBe(main.length)
        const distinct = new Set(other.filter((key) => key !== null))
        const used = [...distinct].filter((key) => main.includes(key)).length
        expect(found.unused + found.duplicates + used).toBe(other.length)
      }),
    )
  })
})
