import { describe, expect, it } from 'vitest'
import { compareTables } from './compareTables.ts'
import type { ColumnProfile, ColumnType } from './table.ts'

const column = (name: string, type: ColumnType, values: readonly string[] = []): ColumnProfile => ({
  name,
  type,
  missing: 0,
  distinct: values.length,
  top: values.map((value) => ({ value, count: 1 })),
})

describe('compareTables', () => {
  it('lists missing, new and retyped columns and new values', () => {
    const before = [
      { name: 'a', type: 'number' },
      { name: 'b', type: 'category' },
      { name: 'gone', type: 'number' },
    ] as const
    const after = [column('b', 'category', ['x', 'y', 'z']), column('a', 'text'), column('c', 'date')]
    expect(compareTables(before, after, new Map([['b', ['x', 'y']]]))).toEqual({
      missing: ['gone'],
      added: ['c'],
      retyped: [{ column: 'a', from: 'number', to: 'text' }],
      respelled: new Map(),
      newValues: [{ column: 'b', values: ['z'] }],
    })
  })
  it('finds a Korean name in composed and decomposed letters, and with blanks around it', () => {
    const before = [
      { name: '나이', type: 'number' },
      { name: '성별', type: 'category' },
    ] as const
    const after = [column('나이'.normalize('NFD'), 'number'), column(' 성별', 'category')]
    const { missing, added, respelled } = compareTables(before, after)
    expect([missing, added]).toEqual([[], []])
    expect([...respelled]).toEqual([
      ['나이', '나이'.normalize('NFD')],
      ['성별', ' 성별'],
    ])
  })
  it('finds nothing between a table and itself', () => {
    const after = [column('a', 'number'), column('__proto__', 'category', ['k'])]
    const found = compareTables(after, after, new Map([['__proto__', ['k']]]))
    expect(found).toEqual({ missing: [], added: [], retyped: [], respelled: new Map(), newValues: [] })
  })
})
