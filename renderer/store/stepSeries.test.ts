import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { appendRows, emptySteps, rowsOf, storedRows } from './stepSeries.ts'

describe('a series of step losses', () => {
  it('stays bounded and in order however it arrives', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 900 }), { maxLength: 30 }), (sizes) => {
        let series = emptySteps
        let step = 0
        for (const size of sizes) {
          series = appendRows(series, rowsOf(new Float32Array(size * 2).fill(0.5), step, 1))
          step += size
        }
        expect(series.points.length).toBeLessThanOrEqual(2000)
        const steps = series.points.map(([at]) => at ?? -1)
        expect(steps).toEqual([...new Set(steps)].toSorted((a, b) => a - b))
        for (const [, total] of series.points) expect(total).toBeCloseTo(0.5, 6)
      }),
      { numRuns: 30 },
    )
  })
  it('keeps total and outputs apart', () => {
    const { points } = appendRows(emptySteps, rowsOf(new Float32Array([3, 1, 2, 6, 2, 4]), 10, 2))
    expect(points).toEqual([
      [10, 3, 1, 2],
      [11, 6, 2, 4],
    ])
  })
  it('passes over steps that it already has', () => {
    const once = appendRows(emptySteps, storedRows(new Float32Array([0, 5, 5, 1, 4, 4]), 1))
    expect(appendRows(once, rowsOf(new Float32Array([4, 4]), 1, 1))).toBe(once)
  })
})
