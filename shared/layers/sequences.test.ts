import { describe, expect, it } from 'vitest'
import type { InputsByPort, LayerDefinition, Shape, TensorSpec } from './define.ts'
import { layerDefinitions, type LayerType } from './index.ts'
import { paramValues } from './values.ts'

const spec = (...shape: Shape): TensorSpec => ({ shape, dtype: 'float32' })
const at = (ports: Record<string, TensorSpec>): InputsByPort =>
  Object.fromEntries(Object.entries(ports).map(([name, one]) => [name, [one]]))

const resolve = (type: LayerType, params: object) => {
  const definition: LayerDefinition = layerDefinitions[type]
  const checked = paramValues(definition, params as Record<string, unknown>)
  if ('problems' in checked) throw new Error(JSON.stringify(checked.problems))
  return { definition, values: checked.values }
}
/** Output shapes and the number of parameters, or the code of the problem. */
const infer = (type: LayerType, inputs: Record<string, TensorSpec>, params: object = {}) => {
  const { definition, values } = resolve(type, params)
  const inferred = definition.infer(at(inputs), values)
  if ('problem' in inferred) return { problem: inferred.problem.code, values: inferred.problem.values }
  const weights = definition.weights(at(inputs), values)
  return {
    shapes: Object.fromEntries(Object.entries(inferred.outputs).map(([name, one]) => [name, one.shape])),
    parameters: weights.reduce((sum, { shape }) => sum + shape.reduce((size, axis) => size * axis, 1), 0),
  }
}

/** Parameter counts are those of Keras 3.15's `count_params`. */
describe('layers of sequences', () => {
  const input = spec(10, 16)
  it('GRU has two biases a gate with reset_after, one without', () => {
    expect(infer('gru', { input }, { units: 32 })).toEqual({ shapes: { output: [32] }, parameters: 4800 })
    expect(infer('gru', { input }, { units: 32, resetAfter: false }).parameters).toBe(4704)
    expect(infer('gru', { input }, { units: 32, useBias: false }).parameters).toBe(4608)
  })
  it('SimpleRNN returns its state and takes one', () => {
    const params = { units: 8, returnState: true, returnSequences: true }
    expect(infer('simpleRnn', { input, h: spec(8) }, params)).toEqual({
      shapes: { output: [10, 8], h: [8] },
      parameters: 200,
    })
    expect(infer('simpleRnn', { input, h: spec(9) }, params)).toMatchObject({ problem: 'stateMismatch' })
  })
  it('Bidirectional doubles weights and states, and joins or merges outputs', () => {
    const lstm = { type: 'lstm', params: { units: 32, returnState: true } }
    expect(infer('bidirectional', { input }, { layer: lstm })).toEqual({
      shapes: { output: [64], h: [32], c: [32], backwardH: [32], backwardC: [32] },
      parameters: 12_544,
    })
    expect(infer('bidirectional', { input }, { layer: lstm, mergeMode: 'ave' }).shapes?.['output']).toEqual([
      32,
    ])
    const gru = { type: 'gru', params: { units: 4, returnSequences: true } }
    expect(infer('bidirectional', { input }, { layer: gru }).shapes).toEqual({ output: [10, 8] })
  })
  it('Bidirectional takes initial states for both ways or for none', () => {
    const gru = { layer: { type: 'gru', params: { units: 4 } } }
    const both = { input, h: spec(4), backwardH: spec(4) }
    expect(infer('bidirectional', both, gru).shapes).toEqual({ output: [8] })
    expect(infer('bidirectional', { input, h: spec(4) }, gru)).toMatchObject({
      problem: 'inputNotConnected',
      values: { port: 'backwardH' },
    })
    expect(infer('bidirectional', { ...both, backwardH: spec(5) }, gru)).toMatchObject({
      problem: 'stateMismatch',
      values: { port: 'backwardH' },
    })
  })
  it('Bidirectional has ports for the states of its layer only', () => {
    const ports = (type: string) => {
      const { definition, values } = resolve('bidirectional', { layer: { type } })
      return definition.usedInputs?.(values).map(({ name }) => name)
    }
    expect(ports('gru')).toEqual(['input', 'h', 'backwardH'])
    expect(ports('lstm')).toEqual(['input', 'h', 'c', 'backwardH', 'backwardC'])
  })
  it('TimeDistributed keeps the steps and has its layer’s weights once', () => {
    const conv2d = { type: 'conv2d', params: { filters: 4 } }
    expect(infer('timeDistributed', { input: spec(null, 28, 28, 3) }, { layer: conv2d })).toEqual({
      shapes: { output: [null, 26, 26, 4] },
      parameters: 112,
    })
    expect(infer('timeDistributed', { input: spec(7) })).toMatchObject({ problem: 'rankMismatch' })
    const states = { type: 'lstm', params: { returnState: true } }
    expect(infer('timeDistributed', { input: spec(3, 5, 2) }, { layer: states })).toMatchObject({
      problem: 'valueInvalid',
    })
  })
  it('MultiHeadAttention projects for all heads and back to the query’s size', () => {
    const [query, value] = [spec(10, 16), spec(7, 12)]
    expect(infer('multiHeadAttention', { query, value }, { numHeads: 4, keyDim: 8 })).toEqual({
      shapes: { output: [10, 16] },
      parameters: 1904,
    })
    const valueDim = { numHeads: 4, keyDim: 8, valueDim: 5, useBias: false }
    expect(infer('multiHeadAttention', { query, value, key: spec(7, 9) }, valueDim).parameters).toBe(1360)
    expect(infer('multiHeadAttention', { query, value, key: spec(6, 9) })).toMatchObject({
      problem: 'shapesDiffer',
    })
  })
  it('Attention wants queries and keys of one size', () => {
    expect(infer('attention', { query: spec(4, 8), value: spec(6, 3), key: spec(6, 8) })).toEqual({
      shapes: { output: [4, 3] },
      parameters: 0,
    })
    expect(infer('attention', { query: spec(4, 8), value: spec(6, 3) })).toMatchObject({
      problem: 'shapesDiffer',
    })
  })
})
