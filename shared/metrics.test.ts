import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { computeMetrics } from './metrics.ts'

const binary = { kind: 'binary', negative: 'no', positive: 'yes' } as const
const asBinary = (pairs: readonly (readonly [number, number])[]) => ({
  predicted: Float32Array.from(pairs, ([score]) => score),
  truth: Float32Array.from(pairs, ([, truth]) => truth),
  width: 1,
  fitted: binary,
})

describe('metrics', () => {
  it('computes AUC as the share of pairs in the right order, ties counting half', () => {
    const pair = fc.tuple(
      fc.integer({ min: 0, max: 5 }).map((tenths) => tenths / 5),
      fc.integer({ min: 0, max: 1 }),
    )
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 30 }), (pairs) => {
        const positives = pairs.filter(([, truth]) => truth === 1)
        const negatives = pairs.filter(([, truth]) => truth === 0)
        const { auc } = computeMetrics(['auc'], asBinary(pairs))
        if (!positives.length || !negatives.length) return auc === undefined
        let right = 0
        for (const [p] of positives)
          for (const [n] of negatives) right += Math.fround(p) > Math.fround(n) ? 1 : p === n ? 0.5 : 0
        return Math.abs((auc ?? -1) - right / (positives.length * negatives.length)) < 1e-12
      }),
    )
  })

  it('judges each label by itself', () => {
    const labels = ['a', 'b', 'c']
    const fitted = { kind: 'labels' as const, separator: ',', categories: labels, missing: 'drop' as const }
    const answers = {
      predicted: Float32Array.of(0.9, 0.2, 0.1, 0.6, 0.5, 0.3),
      truth: Float32Array.of(1, 1, 0, 0, 1, 0),
      width: 3,
      fitted,
    }
    const found = computeMetrics(['accuracy', 'precision', 'recall', 'f1', 'auc'], answers)
    // Of six labels four are right; a: 1 of 2 guesses, b: 1 of 1 guess and 1 of 2; c never occurs.
    expect(found['accuracy']).toBeCloseTo(4 / 6)
    expect(found['precision']).toBeCloseTo((1 / 2 + 1) / 2)
    expect(found['recall']).toBeCloseTo((1 + 1 / 2) / 2)
    expect(found['f1']).toBeCloseTo((2 / 3 + 2 / 3) / 2)
    expect(found['auc']).toBeUndefined()
  })

  it('measures numbers in their own units, scaled and logarithmic targets included', () => {
    const fitted = { kind: 'number', log: true, offset: 1, scale: 2, fill: null, flag: false } as const
    const encode = (value: number) => (Math.log1p(value) - 1) / 2
    const truth = [1, 2, 3, 10]
    const guess = [2, 2, 5, 9]
    const values = computeMetrics(['mae', 'rmse', 'r2'], {
      predicted: Float32Array.from(guess, encode),
      truth: Float32Array.from(truth, encode),
      width: 1,
      fitted,
    })
    expect(values.mae).toBeCloseTo(1, 5)
    expect(values.rmse).toBeCloseTo(Math.sqrt(6 / 4), 5)
    expect(values.r2).toBeCloseTo(1 - 6 / 50, 5)
  })

  it('leaves out R² of a target that does not vary and everything of no rows', () => {
    const fitted = { kind: 'number', log: false, offset: 0, scale: 1, fill: null, flag: false } as const
    const truth = Float32Array.of(2, 2)
    expect(computeMetrics(['r2'], { predicted: truth, truth, width: 1, fitted })).toEqual({})
    expect(computeMetrics(['accuracy'], asBinary([]))).toEqual({})
  })

  it('counts precision, recall and F1 of the positive class', () => {
    const answers = asBinary([
      [0.9, 1],
      [0.8, 0],
      [0.7, 1],
      [0.2, 1],
      [0.1, 0],
    ])
    const values = computeMetrics(['accuracy', 'precision', 'recall', 'f1'], answers)
    expect(values.accuracy).toBeCloseTo(3 / 5)
    expect(values.precision).toBeCloseTo(2 / 3)
    expect(values.recall).toBeCloseTo(2 / 3)
    expect(values.f1).toBeCloseTo(2 / 3)
  })

  it('says the same of classes as one-hot rows and as numbers', () => {
    const predicted = Float32Array.of(0.1, 0.2, 0.7, 0.6, 0.3, 0.1, 0.2, 0.5, 0.3)
    const categories = ['a', 'b', 'c']
    const names = ['accuracy', 'precision', 'recall', 'f1'] as const
    const index = computeMetrics(names, {
      predicted,
      width: 3,
      truth: Float32Array.of(2, 1, 1),
      fitted: { kind: 'classes', as: 'index', categories },
    })
    const onehot = computeMetrics(names, {
      predicted,
      width: 3,
      truth: Float32Array.of(0, 0, 1, 0, 1, 0, 0, 1, 0),
      fitted: { kind: 'classes', as: 'onehot', categories },
    })
    expect(index).toEqual(onehot)
    expect(index.accuracy).toBeCloseTo(2 / 3)
    // Classes a, b, c: precision 0, 1, 1; recall 0, 1/2, 1.
    expect(index.precision).toBeCloseTo(2 / 3)
    expect(index.recall).toBeCloseTo(1 / 2)
  })
})
