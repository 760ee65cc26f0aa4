import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { downsample } from './downsample.ts'
import { smooth } from './smooth.ts'

const line = fc
  .array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { maxLength: 3000 })
  .map((values) => values.map((y, x) => ({ x, y })))

describe('downsample', () => {
  it('keeps first and last point, the order, and the limit', () => {
    fc.assert(
      fc.property(line, fc.integer({ min: 3, max: 500 }), (points, limit) => {
        const chosen = downsample(points, limit)
        expect(chosen).toHaveLength(Math.min(points.length, limit))
        expect(chosen[0]).toBe(points[0])
        expect(chosen.at(-1)).toBe(points.at(-1))
        for (let index = 1; index < chosen.length; index++)
          expect(chosen[index]!.x).toBeGreaterThan(chosen[index - 1]!.x)
      }),
      { numRuns: 50 },
    )
  })
  it('keeps a single spike', () => {
    const points = Array.from({ length: 10_000 }, (_, x) => ({ x, y: x === 4321 ? 100 : 0 }))
    expect(downsample(points, 100).some(({ y }) => y === 100)).toBe(true)
  })
})

describe('smooth', () => {
  it('leaves a constant line constant from its first point', () => {
    const points = Array.from({ length: 20 }, (_, x) => ({ x, y: 3 }))
    for (const { y } of smooth(points, 0.9)) expect(y).toBeCloseTo(3, 12)
  })
  it('passes over values that are not finite', () => {
    const ys = smooth(
      [1, Number.NaN, 1].map((y, x) => ({ x, y })),
      0.5,
    ).map(({ y }) => y)
    expect(ys).toEqual([1, Number.NaN, 1])
  })
})
