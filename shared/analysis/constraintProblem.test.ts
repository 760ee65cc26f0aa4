import { describe, expect, it } from 'vitest'
import { findLayer } from '../layers/index.ts'
import { paramValues } from '../layers/values.ts'
import { inferLayer } from './inferLayer.ts'
import { resolveLayer } from './resolveLayer.ts'

const infer = (type: string, params: Record<string, unknown>) => {
  const definition = findLayer(type)
  const checked = definition && paramValues(definition, params)
  const resolved = resolveLayer({ type, name: type, params: params as never })
  if (!checked || !('values' in checked) || !resolved) throw new Error(`${type} has problems.`)
  return inferLayer(resolved, checked.values, { input: [{ shape: [4, 6], dtype: 'float32' }] })
}
const maxNorm = (axis: number) => ({ type: 'maxNorm', maxValue: 2, axis })
const tooFar = (param: string, max: number, found: number) => ({
  problem: { code: 'valueOutOfRange', values: { param, min: 0, max, found } },
})

describe('the axis of a constraint', () => {
  it('must be one of its weights', () => {
    expect(infer('dense', { kernelConstraint: maxNorm(1) })).toHaveProperty('outputs')
    expect(infer('dense', { kernelConstraint: maxNorm(2) })).toEqual(tooFar('kernelConstraint.axis', 1, 2))
    expect(infer('dense', { biasConstraint: maxNorm(1) })).toEqual(tooFar('biasConstraint.axis', 0, 1))
    expect(infer('gru', { biasConstraint: maxNorm(1) })).toHaveProperty('outputs')
    expect(infer('gru', { recurrentConstraint: maxNorm(2) })).toEqual(
      tooFar('recurrentConstraint.axis', 1, 2),
    )
  })

  it('must be so in a layer inside a layer too', () => {
    const layer = { type: 'lstm', params: { kernelConstraint: maxNorm(3) } }
    expect(infer('bidirectional', { layer })).toEqual(tooFar('kernelConstraint.axis', 1, 3))
  })
})
