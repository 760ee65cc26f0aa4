import { describe, expect, it } from 'vitest'
import type { LayerDefinition, Shape, TensorSpec } from './define.ts'
import { layerDefinitions, type LayerType } from './index.ts'
import { paramProblem, paramValues } from './values.ts'

const spec = (...shape: Shape): TensorSpec => ({ shape, dtype: 'float32' })
const infer = (type: LayerType, specs: readonly TensorSpec[], params: object = {}) => {
  const definition: LayerDefinition = layerDefinitions[type]
  const checked = paramValues(definition, params as Record<string, unknown>)
  if ('problems' in checked) return { problem: checked.problems[0]?.code }
  const inputs = Object.fromEntries(
    definition.inputs.map(({ name }, index) => [name, [specs[index] ?? spec()]]),
  )
  const inferred = definition.infer(inputs, checked.values)
  if ('problem' in inferred) return { problem: inferred.problem.code }
  const weights = definition.weights(inputs, checked.values).map(({ shape }) => shape)
  return { shape: inferred.outputs['output']?.shape, weights }
}

describe('layers that work along axes', () => {
  it('Dot sums along one axis of each and refuses what differs there', () => {
    expect(infer('dot', [spec(5), spec(5)])).toMatchObject({ shape: [1] })
    expect(infer('dot', [spec(3, 5), spec(4, 5)])).toMatchObject({ shape: [3, 4] })
    expect(infer('dot', [spec(3, 5), spec(5, 4)], { axes: [2, 1] })).toMatchObject({ shape: [3, 4] })
    expect(infer('dot', [spec(3, 5), spec(5)])).toMatchObject({ shape: [3] })
    expect(infer('dot', [spec(3), spec(4)])).toEqual({ problem: 'shapesDiffer' })
    expect(infer('dot', [spec(3), spec(3)], { axes: [0, 1] })).toEqual({ problem: 'axisOutOfRange' })
    expect(infer('dot', [spec(2, 2, 3), spec(3)])).toEqual({ problem: 'rankMismatch' })
  })
  it('normalisations have weights along their axes, in the order of the shape', () => {
    const images = [spec(4, 5, 6)]
    expect(infer('batchNormalization', images, { axis: 1 }).weights).toEqual([[4], [4], [4], [4]])
    expect(infer('layerNormalization', images, { axis: [-1, 1] }).weights).toEqual([
      [4, 6],
      [4, 6],
    ])
    expect(infer('groupNormalization', images, { groups: 3, center: false }).weights).toEqual([[6]])
    expect(infer('groupNormalization', images, { groups: 4 })).toEqual({ problem: 'groupsMismatch' })
    expect(infer('groupNormalization', images, { groups: 0 })).toEqual({ problem: 'groupsMismatch' })
  })
  it('PReLU shares slopes along axes, of unknown size too', () => {
    expect(infer('prelu', [spec(null, null, 3)], { sharedAxes: [1, 2] }).weights).toEqual([[1, 1, 3]])
    expect(infer('prelu', [spec(null, 3)])).toEqual({ problem: 'axisUnknown' })
    expect(infer('prelu', [spec(4, 3)], { sharedAxes: [3] })).toEqual({ problem: 'axisOutOfRange' })
  })
  it('Maxout takes the largest of its pieces for each unit', () => {
    expect(infer('maxout', [spec(7, 10)], { units: 4, pieces: 3 })).toEqual({
      shape: [7, 4],
      weights: [[10, 12], [12]],
    })
  })
  it('a list of axes has none twice, and no batch axis', () => {
    const param = layerDefinitions.layerNormalization.params.axis
    expect(paramProblem('axis', param, [-2, -1])).toBeNull()
    expect(paramProblem('axis', param, [1, 1])?.code).toBe('valueInvalid')
    expect(paramProblem('axis', param, [0])?.code).toBe('valueInvalid')
    expect(infer('layerNormalization', [spec(4, 6)], { axis: [2, -1] })).toEqual({ problem: 'valueInvalid' })
    expect(infer('layerNormalization', [spec(4, 6)], { axis: [] })).toEqual({ problem: 'valueMissing' })
  })
})
