import { expect, it } from 'vitest'
import { nextSort, withFilter } from './changeView.ts'

const first = { column: 'a', is: 'present' as const }
const second = { column: 'b', is: 'missing' as const }

it('sorts up, then down, then not, and keeps the filters', () => {
  const up = nextSort({ filters: [first] }, 'a')
  expect(up).toEqual({ filters: [first], sort: { column: 'a', descending: false } })
  const down = nextSort(up, 'a')
  expect(down.sort).toEqual({ column: 'a', descending: true })
  expect(nextSort(down, 'a')).toEqual({ filters: [first] })
  expect(nextSort(down, 'b').sort).toEqual({ column: 'b', descending: false })
})

it('adds, changes and removes a filter in its place', () => {
  const sort = { column: 'a', descending: true }
  expect(withFilter({ filters: [first], sort }, null, second)).toEqual({ filters: [first, second], sort })
  expect(withFilter({ filters: [first, second] }, 0, null)).toEqual({ filters: [second] })
  expect(withFilter({ filters: [first, second] }, 0, { ...first, is: 'missing' })).toEqual({
    filters: [{ ...first, is: 'missing' }, second],
  })
})
