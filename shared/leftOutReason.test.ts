import { expect, it } from 'vitest'
import { leftOutReason } from './leftOutReason.ts'
import type { ColumnProfile, ColumnType } from './table.ts'

const column = (type: ColumnType, rest: Partial<ColumnProfile> = {}): ColumnProfile => ({
  name: 'c',
  type,
  missing: 0,
  distinct: 100,
  top: [],
  ...rest,
})
const summary = { min: 1, max: 100, mean: 50.5, std: 29, quartiles: [25, 50, 75], histogram: [] } as const

it('leaves out what tells nothing of a new row, and says why', () => {
  const reason = (one: ColumnProfile) => leftOutReason(one, 100)
  expect(reason(column('number', { missing: 90 }))).toBeNull()
  expect(reason(column('number', { missing: 91 }))).toBe('nearlyEmpty')
  expect(reason(column('id', { summary }))).toBe('rowNumber')
  expect(reason(column('id', { summary: { ...summary, max: 500 } }))).toBe('id')
  expect(reason(column('id'))).toBe('id')
  expect(reason(column('constant', { distinct: 1 }))).toBe('constant')
  expect(reason(column('text'))).toBe('text')
  expect(reason(column('category', { distinct: 1000 }))).toBeNull()
  expect(reason(column('category', { distinct: 1001 }))).toBe('manyValues')
  expect(reason(column('date'))).toBeNull()
  expect(reason(column('sequence'))).toBeNull()
})
