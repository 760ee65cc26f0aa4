import fc from 'fast-check'
import { expect, it } from 'vitest'
import { scrollScale } from './scrollScale.ts'

it('leaves a table as it is that a browser can hold', () => {
  const scale = scrollScale(28_000, 600)
  expect([scale.height, scale.toTable(1234), scale.toPlace(1234)]).toEqual([28_000, 1234, 1234])
})

const five = 5_000_000 * 28

it('reaches the first and the last row of five million, to the pixel', () => {
  const scale = scrollScale(five, 600)
  expect(scale.height).toBeLessThan(16_000_000)
  expect(scale.toTable(0)).toBe(0)
  expect(scale.toTable(scale.height - 600)).toBe(five - 600)
  expect(scale.toTable(10_000) - scale.toTable(9_000)).toBe(1000)
  expect(scale.toTable(scale.height - 700)).toBe(five - 700)
})

it('goes there and back, and never backwards', () => {
  const scale = scrollScale(five, 600)
  const top = fc.double({ min: 0, max: five - 600, noNaN: true })
  fc.assert(
    fc.property(top, top, (one, other) => {
      expect(scale.toTable(scale.toPlace(one))).toBeCloseTo(one, 3)
      if (one <= other) expect(scale.toPlace(one)).toBeLessThanOrEqual(scale.toPlace(other))
    }),
  )
})
