import { describe, expect, it } from 'vitest'
import type { TablePreview } from '../../../shared/contract.ts'
import type { ColumnType } from '../../../shared/table.ts'
import { carriedRoles, firstRoles, withRole } from './roles.ts'

const preview = (columns: Record<string, ColumnType>): TablePreview => ({
  profile: {
    dialect: { encoding: 'utf-8', delimiter: ',', decimal: '.', thousands: '', header: true, skip: 0 },
    badRows: [],
    columns: Object.entries(columns).map(([name, type]) => ({ name, type })),
  },
  rows: [],
})

describe('column roles', () => {
  it('propose every column that can be an input, and no target', () => {
    const roles = firstRoles(preview({ id: 'id', age: 'number', city: 'category', note: 'text' }))
    expect(roles.map(({ role }) => role)).toEqual(['none', 'input', 'input', 'none'])
  })
  it('survive reading the file in another way', () => {
    const chosen = withRole(firstRoles(preview({ a: 'text', b: 'number' })), 'b', { role: 'target' })
    const again = carriedRoles(chosen, preview({ a: 'number', b: 'number', c: 'number' }))
    expect(again.map(({ role }) => role)).toEqual(['none', 'target', 'input'])
  })
})
