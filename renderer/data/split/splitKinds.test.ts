import { describe, expect, it } from 'vitest'
import type { ColumnProfile, ColumnType } from '../../../shared/table.ts'
import { splitKind, splitKinds, withKind } from './splitKinds.ts'

const column = (name: string, type: ColumnType, values: readonly string[] = []): ColumnProfile => ({
  name,
  type,
  missing: 0,
  distinct: values.length,
  top: values.map((value) => ({ value, count: 10 })),
})
const columns = [
  column('age', 'number'),
  column('city', 'category', ['a', 'b']),
  column('when', 'date'),
  column('set', 'category', ['train', 'valid', 'test']),
]
const split = { validation: 0.1, test: 0.2, shuffle: true, stratify: 'city' }

describe('a way to divide rows', () => {
  it('is what the settings say after it was chosen, and keeps the shares', () => {
    for (const from of splitKinds)
      for (const to of splitKinds) {
        const before = withKind(split, from, columns)
        const after = before && withKind(before, to, columns)
        expect(after && splitKind(after)).toBe(to)
        expect(after).toMatchObject({ validation: 0.1, test: 0.2, stratify: 'city' })
      }
  })
  it('finds the date, and the column whose words name the parts', () => {
    expect(withKind(split, 'time', columns)?.order).toBe('when')
    expect(withKind(split, 'column', columns)?.column).toEqual({
      name: 'set',
      validation: ['valid'],
      test: ['test'],
    })
    const others = [column('city', 'category', ['a', 'b']), column('role', 'category', ['학습', '테스트'])]
    expect(withKind(split, 'column', others)?.column).toEqual({
      name: 'role',
      validation: [],
      test: ['테스트'],
    })
    expect(withKind(split, 'column', [])).toBeNull()
  })
})
