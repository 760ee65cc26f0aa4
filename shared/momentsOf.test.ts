import { expect, it } from 'vitest'
import { momentsOf } from './momentsOf.ts'

const hour = 3_600_000
const cells = (...values: readonly string[]) => values.map((value) => ({ value, count: 1 }))

it('tells times of no particular day as times, and days as days', () => {
  const times = { order: 'ymd', first: 9.5 * hour, last: 15 * hour + 30_000 } as const
  expect(momentsOf(times, cells('오전 9:30', '오후 3:00:30'))).toEqual({ first: '09:30', last: '15:00:30' })
  expect(momentsOf(times, cells('1970-01-01 09:30')).first).toBe('1970-01-01T09:30:00.000Z')
  const days = { order: 'ymd', first: Date.UTC(2023, 10, 18), last: Date.UTC(2023, 10, 19) } as const
  expect(momentsOf(days, cells('2023. 11. 18.')).first).toBe('2023-11-18T00:00:00.000Z')
})
