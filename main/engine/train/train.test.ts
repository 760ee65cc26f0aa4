import { memory } from '@tensorflow/tfjs-core'
import { describe, expect, it } from 'vitest'
import { memoryHost, numberColumns, planOf, projectOf, runToEnd, tableOf } from '../testing.test-support.ts'

const xor = (seed: number, hidden: boolean) =>
  projectOf({
    in: { bits: { shape: [2], columns: numberColumns(['a', 'b']) } },
    layers: {
      ...(hidden
        ? { hidden: { type: 'dense', params: { units: 8, activation: 'tanh' }, from: ['bits'] } }
        : {}),
      xor: { type: 'dense', params: { units: 1, activation: 'sigmoid' }, from: [hidden ? 'hidden' : 'bits'] },
    },
    out: {
      xor: {
        target: { column: 'xor', encoding: { kind: 'binary', positive: '1' } },
        loss: 'binaryCrossentropy',
        metrics: ['accuracy'],
      },
    },
    training: {
      split: { validation: 0, test: 0 },
      epochs: 300,
      batchSize: 'all',
      optimizer: { type: 'adam', learningRate: 0.05 },
      seed,
    },
  })
const xorTable = tableOf({ a: [0, 0, 1, 1], b: [0, 1, 0, 1], xor: [0, 1, 1, 0] })

describe('train', () => {
  it('learns XOR with a hidden layer from any of 5 seeds', async () => {
    for (let seed = 1; seed <= 5; seed++) {
      const { result } = await runToEnd(planOf(xor(seed, true)), memoryHost({ data: xorTable }).host)
      expect(result.metrics.train?.xor?.accuracy, `seed ${seed}`).toBe(1)
    }
  })

  it('cannot learn XOR without one', async () => {
    const { result } = await runToEnd(planOf(xor(1, false)), memoryHost({ data: xorTable }).host)
    expect(result.metrics.train?.xor?.accuracy).toBeLessThanOrEqual(0.75)
    expect(memory().numTensors).toBe(0)
  })
})
