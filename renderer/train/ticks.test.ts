import { describe, expect, it } from 'vitest'
import { horizontalTicks, verticalTicks } from './ticks.ts'

describe('ticks', () => {
  it('are whole epochs from 0, few of them', () => {
    expect(horizontalTicks(3)).toEqual([0, 1, 2, 3])
    expect(horizontalTicks(150)).toEqual([0, 50, 100, 150])
    expect(horizontalTicks(1)).toEqual([0, 1])
  })
  it('are round between the ends of the vertical axis', () => {
    expect(verticalTicks([0, 0.8], false)).toEqual([0, 0.2, 0.4, 0.6, 0.8])
    expect(verticalTicks([0, 1.5], false)).toEqual([0, 0.5, 1, 1.5])
    expect(verticalTicks([0, 1], false)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1])
    expect(verticalTicks([0, 60], false)).toEqual([0, 20, 40, 60])
  })
  it('are powers of ten on a logarithmic axis, at most six', () => {
    expect(verticalTicks([0.001, 0.1], true)).toEqual([0.001, 0.01, 0.1])
    expect(verticalTicks([1e-9, 10], true)).toHaveLength(6)
  })
})
