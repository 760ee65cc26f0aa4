import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Table } from '../table.ts'
import type { SplitSettings } from '../training.ts'
import { cellText } from './cells.ts'
import { type Parts, splitRows } from './splitRows.ts'
import { tableOf } from './tableOf.test-support.ts'

const names = ['train', 'validation', 'test'] as const
const cellsOf = (table: Table, name: string, rows: Uint32Array) => {
  const column = table.columns.get(name)
  return [...rows].map((row) => (column ? cellText(column, row) : null))
}
const partOf = (parts: Parts) => {
  const places = new Map<number, string>()
  for (const name of [...names, 'dropped'] as const) for (const row of parts[name]) places.set(row, name)
  return places
}

const row = fc.record({
  class: fc.constantFrom('a', 'b', 'c', null),
  person: fc.oneof(fc.nat(12), fc.constant(null)),
  time: fc.oneof({ weight: 6, arbitrary: fc.nat(50) }, { weight: 1, arbitrary: fc.constant(null) }),
  said: fc.constantFrom('learn', 'check', 'exam', null),
})
const rows = fc.array(row, { minLength: 30, maxLength: 120 })
const tableFrom = (cells: readonly { [name: string]: string | number | null }[]) =>
  tableOf({
    class: ['a', ...cells.map((one) => one['class'] ?? null)],
    person: [0, ...cells.map((one) => one['person'] ?? null)],
    time: [-1, ...cells.map((one) => one['time'] ?? null)],
    said: ['learn', ...cells.map((one) => one['said'] ?? null)],
  })
const saidBy: NonNullable<SplitSettings['column']> = { name: 'said', validation: ['check'], test: ['exam'] }
const settings: fc.Arbitrary<SplitSettings> = fc.record(
  {
    validation: fc.constantFrom(0, 0.1, 0.2, 0.3),
    test: fc.constantFrom(0, 0.1, 0.2, 0.3),
    shuffle: fc.boolean(),
    stratify: fc.constant('class'),
    group: fc.constant('person'),
    order: fc.constant('time'),
    column: fc.constant(saidBy),
  },
  { requiredKeys: ['validation', 'test', 'shuffle'] },
)

describe('splitRows, however it is asked to', () => {
  it('puts every row into exactly one part, the same for the same seed, sorted', () => {
    fc.assert(
      fc.property(rows, settings, fc.nat(), fc.boolean(), (cells, split, seed, hasTestFile) => {
        const table = tableFrom(cells)
        const testFrom = hasTestFile ? table.rows - 5 : table.rows
        const parts = splitRows(table, split, seed, ['class'], testFrom)
        const all = [...parts.train, ...parts.validation, ...parts.test, ...parts.dropped]
        expect(all.toSorted((a, b) => a - b)).toEqual(Array.from({ length: table.rows }, (_, index) => index))
        for (const name of names) expect(parts[name]).toEqual(parts[name].toSorted())
        expect(cellsOf(table, 'class', parts.train)).not.toContain(null)
        expect(splitRows(table, split, seed, ['class'], testFrom)).toEqual(parts)
        if (hasTestFile)
          for (const one of [...parts.train, ...parts.validation]) expect(one).toBeLessThan(testFrom)
      }),
    )
  })

  it('never divides a group, with strata or in time order too', () => {
    const grouped = settings.map(({ column: _, ...split }) => ({ ...split, group: 'person' }))
    fc.assert(
      fc.property(rows, grouped, fc.nat(), (cells, split, seed) => {
        const table = tableFrom(cells)
        const parts = splitRows(table, split, seed, [])
        const seen = names.map(
          (name) => new Set(cellsOf(table, 'person', parts[name]).filter((one) => one !== null)),
        )
        const everyone = new Set(seen.flatMap((one) => [...one]))
        expect(seen.reduce((sum, { size }) => sum + size, 0)).toBe(everyone.size)
      }),
    )
  })

  it('trains on the oldest rows and tests on the newest, and leaves out rows without a time', () => {
    fc.assert(
      fc.property(rows, fc.boolean(), fc.nat(), (cells, isGrouped, seed) => {
        const table = tableFrom(cells)
        const group = isGrouped ? { group: 'person' } : {}
        const split = {
          validation: 0.2,
          test: 0.2,
          shuffle: true,
          order: 'time',
          stratify: 'class',
          ...group,
        }
        const parts = splitRows(table, split, seed, [])
        expect(cellsOf(table, 'time', parts.dropped)).toEqual([...parts.dropped].map(() => null))
        const times = names.map((name) => cellsOf(table, 'time', parts[name]).map(Number))
        const [train = [], validation = [], test = []] = times
        const newest = (list: number[]) => Math.max(Number.NEGATIVE_INFINITY, ...list)
        const oldest = (list: number[]) => Math.min(Number.POSITIVE_INFINITY, ...list)
        if (!isGrouped) {
          expect(newest(train)).toBeLessThanOrEqual(oldest([...validation, ...test]))
          expect(newest(validation)).toBeLessThanOrEqual(oldest(test))
          expect(test.length).toBe(Math.round((table.rows - parts.dropped.length) * 0.2))
        } else if (test.length > 0) {
          expect(newest(train)).toBeLessThanOrEqual(newest(test))
        }
      }),
    )
  })

  it('reads dates as dates, whatever way they are written, and leaves out what is none', () => {
    const when = Array.from({ length: 200 }, (_, day) => {
      const date = new Date(Date.UTC(2023, 0, 1 + ((day * 77) % 200)))
      return `${date.getUTCFullYear()}. ${date.getUTCMonth() + 1}. ${date.getUTCDate()}.`
    })
    const table = tableOf({ when: [...when, 'soon', null] })
    const split = { validation: 0.25, test: 0.25, shuffle: true, order: 'when' }
    const parts = splitRows(table, split, 1, [])
    expect([...parts.dropped]).toEqual([200, 201])
    const days = (rows: Uint32Array) => [...rows].map((day) => (day * 77) % 200)
    expect(Math.max(...days(parts.train))).toBe(99)
    expect(Math.min(...days(parts.validation))).toBe(100)
    expect(Math.min(...days(parts.test))).toBe(150)
  })

  it('follows the column that says, and trains on what it does not name', () => {
    fc.assert(
      fc.property(rows, settings, fc.nat(), (cells, split, seed) => {
        const table = tableFrom(cells)
        const said = table.columns.get('said')
        for (const [index, part] of partOf(splitRows(table, { ...split, column: saidBy }, seed, []))) {
          const cell = said ? cellText(said, index) : null
          expect(part).toBe(cell === 'check' ? 'validation' : cell === 'exam' ? 'test' : 'train')
        }
      }),
    )
  })

  it('keeps the shares of strata within one row when each group is one row', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 30 }), fc.nat(), (classes, seed) => {
        const table = tableOf({ class: classes, person: classes.map((_, index) => index) })
        const split = { validation: 0.2, test: 0.3, shuffle: true, stratify: 'class', group: 'person' }
        const parts = splitRows(table, split, seed, [])
        for (const value of new Set(classes)) {
          const all = classes.filter((one) => one === value).length
          for (const [part, share] of [['validation', 0.2] as const, ['test', 0.3] as const]) {
            const found = cellsOf(table, 'class', parts[part]).filter((one) => one === value).length
            expect(Math.abs(found - all * share)).toBeLessThanOrEqual(1)
          }
        }
      }),
    )
  })

  it('comes close to the shares of every class with groups of very different sizes', () => {
    const sizes = Array.from({ length: 60 }, (_, index) => 1 + ((index * 7) % 12))
    const members = sizes.flatMap((size, person) =>
      Array.from({ length: size }, (_, at) => ({ person, class: (person + (at % 3 ? 0 : 1)) % 3 })),
    )
    const table = tableOf({
      person: members.map(({ person }) => person),
      class: members.map((one) => `c${one.class}`),
    })
    for (const seed of [1, 2, 3, 4, 5]) {
      const split = { validation: 0.15, test: 0.15, shuffle: true, stratify: 'class', group: 'person' }
      const parts = splitRows(table, split, seed, [])
      for (const value of ['c0', 'c1', 'c2']) {
        const all = members.filter((one) => `c${one.class}` === value).length
        for (const part of ['validation', 'test'] as const) {
          const found = cellsOf(table, 'class', parts[part]).filter((one) => one === value).length
          expect(Math.abs(found / all - 0.15)).toBeLessThan(0.03)
        }
      }
    }
  })
})
