import { describe, expect, it } from 'vitest'
import { suitedTo } from './suitedTo.ts'

const number = { column: 'price', encoding: { kind: 'number', scale: 'standard', missing: 'drop' } } as const
const classes = { column: 'kind', encoding: { kind: 'classes', as: 'onehot' } } as const

describe('another target for an output', () => {
  it('brings its own loss and metrics when the old ones do not fit', () => {
    const old = { loss: 'meanSquaredError', metrics: ['r2', 'mae'] }
    expect(suitedTo(classes, { ...old, loss: 'binaryCrossentropy' })).toEqual({
      target: classes,
      loss: 'binaryCrossentropy',
      metrics: ['accuracy', 'f1'],
    })
    expect(suitedTo(number, { loss: 'categoricalCrossentropy', metrics: ['accuracy'] })).toEqual({
      target: number,
      loss: 'meanSquaredError',
      metrics: ['r2', 'mae', 'rmse'],
    })
  })
  it('keeps a loss and metrics that fit', () => {
    const kept = { loss: 'meanAbsoluteError', metrics: ['mae'] }
    expect(suitedTo(number, kept)).toEqual({ target: number, ...kept })
  })
})
