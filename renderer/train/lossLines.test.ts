import { describe, expect, it } from 'vitest'
import type { EpochRecord } from '../../shared/run.ts'
import { lossLines, niceCeiling, valueAt, verticalRange } from './lossLines.ts'

const epoch = (number: number, loss: number): EpochRecord => ({
  epoch: number,
  learningRate: 0.1,
  seconds: 1,
  train: { loss, outputs: { a: { loss: loss / 2 }, b: { loss: loss / 4 } } },
  validation: { loss: loss + 1, outputs: { a: { loss: 1 }, b: { loss: 2 } } },
})
const steps = [
  [0, 3, 1, 2],
  [1, 2, 1, 1],
]
const stepsPerEpoch = 2

describe('lossLines', () => {
  it('follows the mean of the steps until two epochs are over', () => {
    const lines = lossLines({ outputs: ['a', 'b'], epochs: [epoch(1, 2)], steps, stepsPerEpoch }, false)
    expect(lines.find(({ id }) => id === 'output b train')?.points).toEqual([
      { x: 0.5, y: 2 },
      { x: 1, y: 1.5 },
    ])
    expect(lines.find(({ id }) => id === 'output b validation')?.points).toEqual([{ x: 1, y: 2 }])
  })
  it('has a line for the total and one per output and part', () => {
    const lines = lossLines(
      { outputs: ['a', 'b'], epochs: [epoch(1, 2), epoch(2, 1)], steps, stepsPerEpoch },
      false,
    )
    expect(lines.map(({ id }) => id)).toEqual([
      'total train',
      'total validation',
      'output a train',
      'output a validation',
      'output b train',
      'output b validation',
    ])
    expect(lines[0]!.points).toEqual([
      { x: 1, y: 2 },
      { x: 2, y: 1 },
    ])
  })
  it('shows only the total of a model with one output', () => {
    expect(lossLines({ outputs: ['a'], epochs: [], steps: [], stepsPerEpoch }, false)).toHaveLength(1)
  })
})

describe('valueAt', () => {
  it('gives the last value at or before the pointer', () => {
    const [line] = lossLines(
      { outputs: ['a'], epochs: [epoch(1, 2), epoch(2, 1)], steps, stepsPerEpoch },
      false,
    )
    expect([valueAt(line!, 0.5), valueAt(line!, 1.9), valueAt(line!, 2)]).toEqual([null, 2, 1])
  })
})

describe('verticalRange', () => {
  it('ends on round numbers and has no zero on a logarithmic axis', () => {
    const lines = lossLines(
      { outputs: ['a'], epochs: [epoch(1, 0.0234), epoch(2, 0.0051)], steps, stepsPerEpoch },
      false,
    ).slice(0, 1)
    expect(verticalRange(lines, false)).toEqual([0, 0.03])
    expect(verticalRange(lines, true)).toEqual([0.001, 0.1])
    expect([0.9, 1.2, 7, 81].map(niceCeiling)).toEqual([1, 1.5, 8, 100])
  })
})
