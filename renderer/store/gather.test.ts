import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { gather } from './gather.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('a thousand items in a moment are handed on once, in order', () => {
  const rounds: (readonly number[])[] = []
  const all = gather<number>((items) => rounds.push(items), 100)
  const items = Array.from({ length: 1000 }, (_, index) => index)
  items.forEach((item) => all.add(item))
  expect(rounds).toEqual([])
  vi.advanceTimersByTime(100)
  expect(rounds).toEqual([items])
})

test('a flush hands on at once what waits, and nothing twice', () => {
  const rounds: (readonly number[])[] = []
  const all = gather<number>((items) => rounds.push(items), 100)
  all.add(1)
  all.flush()
  all.flush()
  vi.advanceTimersByTime(500)
  all.add(2)
  vi.advanceTimersByTime(100)
  expect(rounds).toEqual([[1], [2]])
})
