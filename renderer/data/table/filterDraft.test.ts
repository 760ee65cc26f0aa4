import { expect, it } from 'vitest'
import type { ColumnProfile } from '../../../shared/table.ts'
import { draftOf, filterKinds, ruleOf } from './filterDraft.ts'

const summary = { min: 0, max: 9, mean: 5, std: 2, quartiles: [1, 5, 8] as const, histogram: [] }
const numbers: ColumnProfile = { name: 'mass', type: 'number', missing: 0, distinct: 900, top: [], summary }
const towns: ColumnProfile = {
  name: 'town',
  type: 'category',
  missing: 0,
  distinct: 2,
  top: [
    { value: 'Seoul', count: 3 },
    { value: 'Jeju', count: 1 },
  ],
}

it('offers each column the filters its cells can have, the usual one first', () => {
  expect(filterKinds(numbers)[0]).toBe('between')
  expect(filterKinds(towns)[0]).toBe('oneOf')
  expect(filterKinds({ ...towns, type: 'text', distinct: 500 })[0]).toBe('contains')
})

it('makes a filter of numbers only from numbers, also with a decimal comma', () => {
  const draft = draftOf(numbers, undefined)
  expect(ruleOf(numbers, { ...draft, from: '1,5', to: ' 20 ' })).toEqual({
    column: 'mass',
    is: 'between',
    from: 1.5,
    to: 20,
  })
  expect(ruleOf(numbers, { ...draft, from: '1', to: 'much' })).toBeNull()
  expect(ruleOf(numbers, { ...draft, is: 'above', value: '' })).toBeNull()
  expect(ruleOf(numbers, { ...draft, is: 'equals', value: '7' })).toEqual({
    column: 'mass',
    is: 'equals',
    value: '7',
  })
})

it('gives a filter back as it was', () => {
  for (const rule of [
    { column: 'town', is: 'oneOf' as const, values: ['Seoul'] },
    { column: 'town', is: 'contains' as const, value: 'u' },
    { column: 'town', is: 'missing' as const },
    { column: 'town', is: 'between' as const, from: 'A', to: 'K' },
  ])
    expect(ruleOf(towns, draftOf(towns, rule))).toEqual(rule)
  expect(ruleOf(towns, draftOf(towns, undefined))).toBeNull()
})
